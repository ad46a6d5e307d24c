package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.sql.Lexer;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damages real scripts at random. Each one must either be read with every statement or be refused with a message, in a
 * short time.
 */
class ScriptFuzzTests {

    private static final int ROUNDS = 30_000;
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "$$",
            "$a$",
            "E'",
            "\\",
            "--",
            "/*",
            "*/",
            ";",
            "(",
            ")",
            "\n",
            "\r",
            "\t",
            "\0",
            "\uFEFF",
            "😀",
            "${a}",
            "${",
            "-- @upgrade\n",
            "-- @downgrade\n",
            "-- @upgrade transaction=none\n",
            "-- @downgrade irreversible\n",
            "-- @downgrade nothing\n",
            "\n-- @",
            "Revision ID: ",
            "-- Revision ID: x\n",
            "-- Revises: ",
            "Depends On: ",
            ",",
            "BEGIN;",
            "COMMIT;",
            "BEGIN ATOMIC ",
            "END;",
            "COPY t FROM stdin;\n",
            "\\connect x\n",
            "CREATE INDEX CONCURRENTLY i ON t (a);");
    private static final List<Placeholders> PLACEHOLDERS =
            List.of(Placeholders.none(), new Placeholders(Map.of("a", "one; two\n'", "my_secret", "a")));

    private final Random random = new Random(20251007);

    @Test
    @Timeout(120)
    void damagedScriptsAreReadWholeOrRefused() throws IOException {
        List<String> scripts = scripts();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = damaged(scripts.get(random.nextInt(scripts.size())));
            read += check(text, PLACEHOLDERS.get(random.nextInt(2))) ? 1 : 0;
        }

        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private static boolean check(String text, Placeholders placeholders) {
        ScriptDirectory directory;
        try {
            directory = ScriptDirectory.parse(List.of(new ScriptFile("db/x.sql", text)), placeholders);
        } catch (MigrationException refused) {
            assertThat(refused.problem()).isNotBlank();
            assertThat(refused.action()).isNotBlank();
            return false;
        }
        if (placeholders.isEmpty()) {
            assertNothingIsLost(text, directory.scripts().get(0));
        }
        return true;
    }

    private static void assertNothingIsLost(String text, RevisionScript script) {
        if (!script.problems().isEmpty()) {
            return;
        }
        String upgrade = code(script.upgrade());
        String downgrade =
                script.downgrade() instanceof Downgrade.Reversible reversible ? code(reversible.section()) : "";
        if (upgrade == null || downgrade == null) {
            return;
        }
        assertThat(code(text)).as(text).isIn(upgrade + downgrade, downgrade + upgrade);
    }

    /**
     * Returns the code of the section, or {@code null} if a pair of BEGIN and COMMIT was dropped, which a notice
     * reports.
     */
    private static String code(Section section) {
        if (!section.notices().isEmpty()) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        section.statements().stream()
                .map(Statement::sql)
                .map(ScriptFuzzTests::code)
                .forEach(all::append);
        return all.toString();
    }

    /** Returns every token except comments, semicolons and blanks. */
    private static String code(String text) {
        StringBuilder code = new StringBuilder();
        Lexer lexer = new Lexer(text, 0, text.length(), 1);
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            switch (kind) {
                case LINE_COMMENT, BLOCK_COMMENT, SEMICOLON -> {}
                default -> code.append(text, lexer.start(), lexer.end());
            }
        }
        return code.toString().replaceAll("[\\s\uFEFF]", "");
    }

    private String damaged(String script) {
        StringBuilder text = new StringBuilder(script);
        for (int damage = random.nextInt(4); damage >= 0; damage--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
                case 3 -> text.setLength(random.nextInt(9) == 0 ? from : text.length());
                case 4 ->
                    text.replace(
                            from,
                            to,
                            new StringBuilder(text.substring(from, to))
                                    .reverse()
                                    .toString());
                default -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    private static List<String> scripts() throws IOException {
        try (Stream<Path> systems = Files.walk(Path.of("src", "test", "resources", "systems"));
                Stream<Path> demo = Files.walk(Path.of("..", "demo-app", "src", "main", "resources", "db"))) {
            return Stream.concat(systems, demo)
                    .filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .map(ScriptFuzzTests::text)
                    .toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
