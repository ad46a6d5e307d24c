package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewScriptFuzzTests {

    private static final List<String> PIECES = List.of(
            "add",
            " ",
            ":",
            "-",
            "--",
            "@",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u2028",
            "\u0085",
            "\0",
            "\uFEFF",
            "\uD83D",
            "Revision ID",
            "Revises",
            "Depends On",
            "Branch Labels",
            "Create Date",
            ": x",
            "revision",
            "none",
            "x",
            "@upgrade",
            "@downgrade",
            "irreversible",
            "transaction=none",
            "/*",
            "*/",
            "'",
            "$$",
            ";",
            "${revision}",
            "\\",
            "/",
            "..",
            ".",
            "con",
            "ß",
            "日",
            "😀");

    private static final Revision REVISION =
            new Revision(new RevisionId("b"), GraphNotation.ids("a"), List.of("lib"), List.of("api"));

    @Test
    void noMessageChangesWhatARevisionIs() {
        Random random = new Random(20251007);
        int written = 0;

        for (int round = 0; round < 20_000; round++) {
            RevisionDraft draft = draft(soup(random));
            try {
                RevisionScript script = new ScriptParser(Placeholders.none())
                        .parse(new ScriptFile("x", ScriptTemplate.standard().render(draft)));
                assertThat(script.revision()).isEqualTo(REVISION);
                assertThat(script.message()).isEqualTo(draft.message());
                assertThat(script.upgrade().statements()).hasSize(1);
                written++;
            } catch (InvalidScriptException unexpected) {
                throw new AssertionError("Not refused as a message: " + draft.message(), unexpected);
            } catch (MigrationException refused) {
                assertThat(refused.problem()).contains(" of the header, or as the beginning of a section.");
            }
        }

        assertThat(written).isBetween(5_000, 19_000);
    }

    @Test
    void everyMessageGivesAFileNameBelowItsFolder() {
        Random random = new Random(20251007);
        FileTemplate template = FileTemplate.of("{year}/{slug}", 20);

        for (int round = 0; round < 20_000; round++) {
            assertThat(template.fileName(draft(soup(random)), List.of()))
                    .matches("2025(/(?!con\\.)[a-z0-9_]{1,20})?\\.sql");
        }
    }

    private static String soup(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left >= 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static RevisionDraft draft(String message) {
        return new RevisionDraft(
                REVISION, message, OffsetDateTime.parse("2025-10-07T10:50:00Z"), "SELECT 1;", "SELECT 2;");
    }
}
