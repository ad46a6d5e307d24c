package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import java.util.List;
import java.util.stream.Collectors;

/** A downgrade that meets revisions without a way back; nothing has been touched. */
public final class DowngradeRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> revisions;

    private DowngradeRefusedException(List<RevisionScript> refused, int planned) {
        super(problem(refused, planned), action(refused));
        this.revisions = refused.stream().map(RevisionScript::id).toList();
    }

    /** Passes if every script can be taken back. */
    static void requireWayBack(List<RevisionScript> scripts) {
        List<RevisionScript> refused = scripts.stream()
                .filter(script -> !(script.downgrade() instanceof Downgrade.Reversible))
                .toList();
        if (!refused.isEmpty()) {
            throw new DowngradeRefusedException(refused, scripts.size());
        }
    }

    /** The revisions without a way back, in the order in which they would have come down. */
    public List<RevisionId> revisions() {
        return revisions;
    }

    private static String problem(List<RevisionScript> refused, int planned) {
        return refused.stream()
                .map(script -> "\n  " + script.id() + " " + reason(script.downgrade()) + " ("
                        + script.file().location() + ")")
                .collect(Collectors.joining(
                        ",",
                        "Of " + planned + (planned == 1 ? " revision" : " revisions") + " to take down, "
                                + refused.size() + " cannot be, so nothing was touched:",
                        "."));
    }

    private static String reason(Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Irreversible) {
            return "is marked irreversible";
        }
        if (downgrade instanceof Downgrade.Unreadable unreadable) {
            return "cannot be read: " + unreadable.problem().problem() + " "
                    + unreadable.problem().action();
        }
        return downgrade instanceof Downgrade.Empty
                ? "has an empty `-- @downgrade` section"
                : "has no `-- @downgrade` section";
    }

    private static String action(List<RevisionScript> refused) {
        RevisionId first = refused.get(0).id();
        return "Stop above " + first + " with `migration downgrade " + first + "`, write its downgrade, or restore a"
                + " backup; `migration stamp` changes the version table alone.";
    }
}
