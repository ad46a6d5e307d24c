package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A downgrade that meets revisions without a way back; nothing has been touched. */
public final class DowngradeRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> revisions;

    private DowngradeRefusedException(List<RevisionScript> refused, int planned, Optional<RevisionId> stop) {
        super(problem(refused, planned), action(refused, stop));
        this.revisions = refused.stream().map(RevisionScript::id).toList();
    }

    /**
     * Passes if every script can be taken back.
     *
     * @param canStopAt whether a downgrade to a revision takes something down, and meets none of these
     */
    static void requireWayBack(List<RevisionScript> scripts, Predicate<RevisionId> canStopAt) {
        List<RevisionScript> refused =
                scripts.stream().filter(script -> !hasWayBack(script)).toList();
        if (!refused.isEmpty()) {
            Optional<RevisionId> stop =
                    refused.stream().map(RevisionScript::id).filter(canStopAt).findFirst();
            throw new DowngradeRefusedException(refused, scripts.size(), stop);
        }
    }

    static boolean hasWayBack(RevisionScript script) {
        return script.downgrade() instanceof Downgrade.Reversible;
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

    private static String action(List<RevisionScript> refused, Optional<RevisionId> stop) {
        String downgrade = refused.size() == 1 ? "its downgrade" : "their downgrades";
        return stop.map(id -> "Stop above " + id + " with `migration downgrade " + id + "`, write its downgrade, or"
                                + " restore a backup;")
                        .orElse("Write " + downgrade + ", or restore a backup;")
                + " `migration stamp <revision>` changes the version table alone.";
    }
}
