package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RangedStatementTests {

    /** What is written, and below it what is sent; {@code ⏎} is a line end. */
    private static final String SPELLINGS = """
            UPDATE t SET a = 1
            UPDATE t SET a = 1⏎WHERE t.id IN R
            UPDATE t SET a = 1 WHERE b
            UPDATE t SET a = 1 WHERE t.id IN R AND ( b⏎)
            update only s."T" * as x set a = 1 where b or c
            update only s."T" * as x set a = 1 where x.id IN R AND ( b or c⏎)
            UPDATE ONLY (t) SET a = 1
            UPDATE ONLY (t) SET a = 1⏎WHERE t.id IN R
            UPDATE S.T SET a = 1
            UPDATE S.T SET a = 1⏎WHERE t.id IN R
            UPDATE "Order" "O" SET a = 1 WHERE(b)
            UPDATE "Order" "O" SET a = 1 WHERE "O".id IN R AND ((b)⏎)
            UPDATE "select" SET a = 1
            UPDATE "select" SET a = 1⏎WHERE "select".id IN R
            UPDATE t SET a = (SELECT b FROM u WHERE u.id = t.id) WHERE a IS DISTINCT FROM 'WHERE'
            UPDATE t SET a = (SELECT b FROM u WHERE u.id = t.id) WHERE t.id IN R AND ( a IS DISTINCT FROM 'WHERE'⏎)
            UPDATE t SET a = $$ WHERE $$, b = E'\\' WHERE' /* WHERE */ WHERE c -- WHERE
            UPDATE t SET a = $$ WHERE $$, b = E'\\' WHERE' /* WHERE */ WHERE t.id IN R AND ( c -- WHERE⏎)
            UPDATE t SET a = t.where, b = (t.c).where FROM u WHERE u.id = t.u
            UPDATE t SET a = t.where, b = (t.c).where FROM u WHERE t.id IN R AND ( u.id = t.u⏎)
            UPDATE t SET a = count FROM (SELECT count(*) FILTER (WHERE x) FROM u) c
            UPDATE t SET a = count FROM (SELECT count(*) FILTER (WHERE x) FROM u) c⏎WHERE t.id IN R
            UPDATE t SET a = CASE WHEN b THEN 1 END, (c, d) = (SELECT 1, 2)
            UPDATE t SET a = CASE WHEN b THEN 1 END, (c, d) = (SELECT 1, 2)⏎WHERE t.id IN R
            DELETE FROM t
            DELETE FROM t⏎WHERE t.id IN R
            DELETE FROM ONLY s.t x USING u WHERE x.u = u.id AND u.gone
            DELETE FROM ONLY s.t x USING u WHERE x.id IN R AND ( x.u = u.id AND u.gone⏎)
            DELETE FROM t USING u
            DELETE FROM t USING u⏎WHERE t.id IN R
            INSERT INTO u SELECT id, ':batch', a::batch, "x:batch" FROM t WHERE :batch AND a -- :batch
            INSERT INTO u SELECT id, ':batch', a::batch, "x:batch" FROM t WHERE (id IN R) AND a -- :batch
            INSERT INTO u SELECT * FROM (SELECT * FROM t WHERE :Batch) x ON CONFLICT DO NOTHING
            INSERT INTO u SELECT * FROM (SELECT * FROM t WHERE (id IN R)) x ON CONFLICT DO NOTHING
            UPDATE u SET a = t.a FROM t WHERE t.u = u.id AND :batch
            UPDATE u SET a = t.a FROM t WHERE t.u = u.id AND (id IN R)
            DELETE FROM u WHERE id IN (SELECT u FROM t WHERE :batch)
            DELETE FROM u WHERE id IN (SELECT u FROM t WHERE (id IN R))
            """;

    static Stream<Arguments> spellings() {
        List<String> lines =
                SPELLINGS.lines().map(line -> line.replace('⏎', '\n')).toList();
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(pair -> Arguments.of(lines.get(2 * pair), lines.get(2 * pair + 1)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void theConditionGoesWhereTheStatementIsRestricted(String sql, String expected) {
        RangedStatement ranged = RangedStatement.of(sql);

        assertThat(ranged.where(ranged.key("id", null) + " IN R").sql()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            SELECT 1                              ~ Line 1: `SELECT` cannot run in batches. ~ Write one UPDATE, DELETE or INSERT … SELECT, without WITH before it.
            WITH x AS (SELECT 1) DELETE FROM t    ~ Line 1: `WITH` cannot run in batches. ~ Write one UPDATE, DELETE or INSERT … SELECT, without WITH before it.
            MERGE INTO t USING u ON true          ~ Line 1: `MERGE` cannot run in batches. ~ Write one UPDATE, DELETE or INSERT … SELECT, without WITH before it.
            UPDATE t SET a = 1 RETURNING a        ~ Line 1: A batch cannot return rows. ~ Remove RETURNING.
            INSERT INTO t SELECT 1                ~ Line 1: The INSERT does not say where the range of the key goes. ~ Write `:batch` as a condition of its SELECT: `… FROM users WHERE :batch`.
            UPDATE t SET a = 1 WHERE CURRENT OF c ~ Line 1: `WHERE CURRENT OF` is one row of a cursor. ~ Say in a condition which rows are meant.
            UPDATE a.b.c SET d = 1                ~ Line 1: Which table is changed cannot be read at `c`. ~ Begin it with `UPDATE <table>` or `DELETE FROM <table>`, or write `:batch` where the range of the key goes.
            UPDATE U&"t" SET d = 1                ~ Line 1: Which table is changed cannot be read at `U`. ~ Begin it with `UPDATE <table>` or `DELETE FROM <table>`, or write `:batch` where the range of the key goes.
            UPDATE                                ~ Line 1: Which table is changed cannot be read. ~ Begin it with `UPDATE <table>` or `DELETE FROM <table>`, or write `:batch` where the range of the key goes.
            DELETE t                              ~ Line 1: Which table is changed cannot be read at `t`. ~ Begin it with `UPDATE <table>` or `DELETE FROM <table>`, or write `:batch` where the range of the key goes.
            """)
    void whatCannotBeRestrictedIsRefused(String sql, String problem, String action) {
        assertThatThrownBy(() -> RangedStatement.of(sql)).hasMessage(problem + "\n" + action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            UPDATE t SET a = id, B = 2, "C d" = 3 WHERE x = 1                ~ a b C d
            UPDATE t SET (a, b) = (SELECT id, 2), c[id] = 3, d.id = 4        ~ a b c id d
            UPDATE t SET a = b IS DISTINCT FROM c, d = 1 FROM u, v WHERE e=2 ~ a d
            DELETE FROM t                                                    ~ ``
            """)
    void itIsKnownWhichColumnsAreSet(String sql, String columns) {
        assertThat(String.join(" ", RangedStatement.of(sql).assigned())).isEqualTo(columns);
    }

    @Test
    void aPlaceInWhatIsSentIsFoundInWhatWasWritten() {
        String sql = "UPDATE t SET a = '\uD83D\uDC0D' WHERE b AND c";
        RestrictedStatement restricted = RangedStatement.of(sql).where("t.id < 5");

        for (String word : new String[] {"UPDATE", "a =", "WHERE", "b AND", "c"}) {
            assertThat(restricted.originOf(position(restricted.sql(), word))).isEqualTo(position(sql, word));
        }
        assertThat(restricted.originOf(position(restricted.sql(), "t.id"))).isEqualTo(position(sql, "WHERE") + 5);
        assertThat(restricted.originOf(10_000)).isEqualTo(sql.codePointCount(0, sql.length()) + 1);
    }

    /** As the server counts. */
    private static int position(String text, String word) {
        return text.codePointCount(0, text.lastIndexOf(word)) + 1;
    }
}
