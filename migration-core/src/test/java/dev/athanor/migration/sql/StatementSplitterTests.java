package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSplitterTests {

    @ParameterizedTest
    @MethodSource("dev.athanor.migration.sql.StatementCase#all")
    void splits(StatementCase statements) {
        assertThat(StatementSplitter.split(statements.text())).isEqualTo(statements.expected());
    }

    @Test
    void theTableIsLongEnough() {
        assertThat(StatementCase.all().map(StatementCase::name).distinct()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(StatementCase.all())
                .hasSameSizeAs(
                        StatementCase.all().map(StatementCase::name).distinct().toList());
        assertThat(StatementCase.executable()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void splitsARangeAndCountsLinesFromTheGivenOne() {
        String text = "junk ' ;SELECT 1;\nSELECT 2; junk $$";

        SplitText split = StatementSplitter.split(text, text.indexOf("SELECT 1"), text.indexOf(" junk $$"), 40);

        assertThat(split.problems()).isEmpty();
        assertThat(split.statements())
                .containsExactly(
                        new Statement("SELECT 1", 40, StatementKind.QUERY),
                        new Statement("SELECT 2", 41, StatementKind.QUERY));
    }

    @Test
    void neverReadsBehindTheRange() {
        String text = "SELECT 'a'; SELECT $$b$$; SELECT \"c\"; /* d */";

        for (int limit = 0; limit <= text.length(); limit++) {
            SplitText whole = StatementSplitter.split(text.substring(0, limit), 0, limit, 1);

            assertThat(StatementSplitter.split(text, 0, limit, 1)).isEqualTo(whole);
        }
    }

    @Test
    void theFirstProblemIsThrownWithItsLine() {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> StatementSplitter.split("SELECT 1;\nSELECT 'a;\n"))
                .withMessage("Line 2: A string has no closing apostrophe.\n"
                        + "Close it with '; an apostrophe inside a string is written twice,"
                        + " or with a backslash in an E'…' string.")
                .satisfies(thrown -> assertThat(thrown.fault().line()).isEqualTo(2));
    }

    @Test
    void aMillionOpeningsNestWithoutRecursion() {
        int depth = 1_000_000;
        String comments = "/*".repeat(depth) + "*/".repeat(depth);
        String parentheses = "SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth);

        assertThat(StatementSplitter.split(comments + parentheses))
                .containsExactly(new Statement(parentheses, 1, StatementKind.QUERY));
    }
}
