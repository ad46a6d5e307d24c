package dev.athanor.migration.template;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.script.HeaderKey;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import java.util.List;

/**
 * Checks a rendered script by parsing it again: it must not lose the statements of its draft, and its header must match
 * the draft.
 */
record TemplateProof(String scriptName, List<TemplateLine> lines) {

    void check(RevisionDraft draft, String text) {
        requireToken(ScriptToken.UPGRADE, draft);
        requireToken(ScriptToken.DOWNGRADE, draft);
        Revision wanted = draft.revision();
        Revision read = new ScriptParser(Placeholders.none())
                .parseWhole(new ScriptFile(scriptName, text))
                .revision();
        compare(HeaderKey.REVISION_ID, ScriptToken.REVISION, List.of(wanted.id()), List.of(read.id()));
        compare(HeaderKey.REVISES, ScriptToken.DOWN_REVISIONS, wanted.downRevisions(), read.downRevisions());
        compare(HeaderKey.DEPENDS_ON, ScriptToken.DEPENDS_ON, wanted.dependsOn(), read.dependsOn());
        compare(HeaderKey.BRANCH_LABELS, ScriptToken.BRANCH_LABELS, wanted.branchLabels(), read.branchLabels());
    }

    private void requireToken(ScriptToken token, RevisionDraft draft) {
        if (!token.value(draft).isEmpty()
                && lines.stream().noneMatch(line -> line.tokens().contains(token))) {
            throw new MigrationException(
                    "The " + scriptName + " would lose its statements: there is no `" + token.written() + "`.",
                    "Write `" + token.written() + "` on a line of its own into the template.");
        }
    }

    private void compare(HeaderKey key, ScriptToken token, List<?> wanted, List<?> read) {
        if (!wanted.equals(read)) {
            throw new MigrationException(
                    "The " + scriptName + " would say `" + line(key, read) + "`, and should say `" + line(key, wanted)
                            + "`.",
                    "Write `-- " + key.words() + ": " + token.written() + "` into the header of the template.");
        }
    }

    private static String line(HeaderKey key, List<?> values) {
        return (key.words() + ": "
                        + String.join(
                                ", ", values.stream().map(Object::toString).toList()))
                .strip();
    }
}
