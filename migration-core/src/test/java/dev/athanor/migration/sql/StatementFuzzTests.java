package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementFuzzTests {

    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "$$",
            "$a$",
            "$b",
            "E'",
            "U&'",
            "\\",
            "\\'",
            "--",
            "/*",
            "*/",
            ";",
            "(",
            ")",
            "\n",
            "\r",
            "\r\n",
            " ",
            "a",
            "é",
            "CREATE FUNCTION f()",
            " BEGIN ",
            " ATOMIC ",
            " CASE ",
            " END ",
            " AS ",
            ".",
            "1",
            "$1",
            "COPY t FROM stdin;",
            "?",
            "@",
            "-",
            "/",
            "*",
            "\0",
            "😀",
            "x'y'",
            "${n}");

    @Test
    void anySoupOfTokensIsSplitOrRefused() {
        Random random = new Random(20251007);

        for (int round = 0; round < 50_000; round++) {
            String text = soup(random);
            SplitText split = StatementSplitter.split(text, 0, text.length(), 1);

            if (split.problems().isEmpty()) {
                assertThat(withoutBlanks(joined(split))).as(text).isEqualTo(withoutBlanks(kept(text)));
            }
        }
    }

    @Test
    void statementsAreWhereTheirLineSays() {
        Random random = new Random(42);

        for (int round = 0; round < 20_000; round++) {
            String text = soup(random);
            List<String> lines = text.lines().toList();
            for (Statement statement :
                    StatementSplitter.split(text, 0, text.length(), 1).statements()) {
                String firstLine = statement.sql().lines().findFirst().orElseThrow();
                assertThat(lines.get(statement.line() - 1)).contains(firstLine);
            }
        }
    }

    private static String soup(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "\uFEFF" : "");
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String joined(SplitText split) {
        StringBuilder all = new StringBuilder();
        split.statements().forEach(statement -> all.append(kept(statement.sql())));
        return all.toString();
    }

    /** Every token but comments and semicolons. */
    private static String kept(String text) {
        StringBuilder kept = new StringBuilder();
        Lexer lexer = new Lexer(text, 0, text.length(), 1);
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            switch (kind) {
                case LINE_COMMENT, BLOCK_COMMENT, SEMICOLON -> {}
                default -> kept.append(text, lexer.start(), lexer.end());
            }
        }
        return kept.toString();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\uFEFF]", "");
    }
}
