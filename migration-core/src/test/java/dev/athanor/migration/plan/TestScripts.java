package dev.athanor.migration.plan;

import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import java.util.List;
import java.util.Map;

/** Creates scripts without statements, for plans. */
public final class TestScripts {

    private static final Section EMPTY = new Section(List.of(), TransactionMode.TRANSACTIONAL, "", List.of());
    private static final Downgrade REVERSIBLE = new Downgrade.Reversible(EMPTY);

    private TestScripts() {}

    public static ScriptDirectory directory(List<Revision> revisions) {
        return ScriptDirectory.of(
                revisions.stream().map(revision -> script(revision, REVERSIBLE)).toList());
    }

    public static ScriptDirectory directory(String notation) {
        return directory(GraphNotation.revisions(notation));
    }

    /** Returns a directory in which some revisions have another downgrade. */
    public static ScriptDirectory directory(String notation, Map<String, Downgrade> downgrades) {
        return directory(GraphNotation.revisions(notation), downgrades);
    }

    public static ScriptDirectory directory(List<Revision> revisions, Map<String, Downgrade> downgrades) {
        return ScriptDirectory.of(revisions.stream()
                .map(revision ->
                        script(revision, downgrades.getOrDefault(revision.id().value(), REVERSIBLE)))
                .toList());
    }

    private static RevisionScript script(Revision revision, Downgrade downgrade) {
        ScriptFile file = new ScriptFile("db/revisions/" + revision.id() + ".sql", "");
        return new RevisionScript(
                revision,
                "make " + revision.id(),
                null,
                EMPTY,
                downgrade,
                new Checksum("1:00"),
                java.util.Optional.empty(),
                file);
    }
}
