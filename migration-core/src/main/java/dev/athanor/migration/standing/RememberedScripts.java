package dev.athanor.migration.standing;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.history.RememberedRevision;
import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Combines the scripts of this build with the revisions that only the history holds, which have their stored
 * downgrades.
 *
 * @since 0.1.0
 */
public final class RememberedScripts {

    private static final Section NOT_KEPT = Section.empty(TransactionMode.TRANSACTIONAL);

    private final ScriptDirectory build;
    private final ScriptParser parser;
    private final List<RevisionScript> scripts;
    private final Set<String> names = new HashSet<>();

    private RememberedScripts(ScriptDirectory build, Placeholders placeholders) {
        this.build = build;
        this.parser = new ScriptParser(placeholders.secretsOnly());
        this.scripts = new ArrayList<>(build.scripts());
        build.scripts().forEach(script -> know(script.revision()));
    }

    /**
     * Adds the revisions of the history that fit, oldest first. A revision whose own dependencies are no longer known
     * is left out.
     *
     * @param placeholders the placeholders of this build; only secret ones are replaced, because downgrades are stored
     *     without their values
     */
    public static ScriptDirectory extend(
            ScriptDirectory build, List<RememberedRevision> remembered, Placeholders placeholders) {
        RememberedScripts extended = new RememberedScripts(build, placeholders);
        List<RememberedRevision> left = new ArrayList<>(remembered);
        left.removeIf(revision -> build.graph().contains(revision.id()));
        while (left.removeIf(extended::add)) {}
        return ScriptDirectory.of(extended.scripts);
    }

    private boolean add(RememberedRevision revision) {
        boolean fits = names.containsAll(revision.dependsOn())
                && revision.downRevisions().stream().allMatch(down -> names.contains(down.value()));
        if (fits) {
            RevisionScript script = script(revision);
            scripts.add(script);
            know(script.revision());
        }
        return fits;
    }

    private void know(Revision revision) {
        names.add(revision.id().value());
        names.addAll(revision.branchLabels());
    }

    private RevisionScript script(RememberedRevision revision) {
        ScriptFile file = new ScriptFile(revision.script() + " (as stored in the history)", text(revision));
        return new RevisionScript(
                new Revision(revision.id(), revision.downRevisions(), revision.dependsOn(), freeLabels(revision)),
                revision.message(),
                null,
                NOT_KEPT,
                downgrade(file),
                revision.checksum() == null ? Checksum.of(file.text()) : new Checksum(revision.checksum()),
                Optional.empty(),
                file);
    }

    /** Returns the branch labels that this build has not given to another revision since. */
    private List<String> freeLabels(RememberedRevision revision) {
        return revision.branchLabels().stream()
                .filter(label -> !names.contains(label))
                .toList();
    }

    private static String text(RememberedRevision revision) {
        return "-- Revision ID: " + revision.id() + "\n\n-- @upgrade\n-- The history stores only downgrades.\n\n"
                + (revision.downgradeScript() == null ? "" : revision.downgradeScript());
    }

    private Downgrade downgrade(ScriptFile file) {
        try {
            return parser.parse(file).downgrade();
        } catch (InvalidScriptException e) {
            return new Downgrade.Unreadable(e.problems());
        }
    }
}
