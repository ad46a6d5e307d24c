package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.testing.Scripts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests lines {@code -- @allow rule: reason}. */
class AllowanceTests {

    @Test
    void anAllowanceBelongsToTheSectionInWhichItStands() {
        RevisionScript script = parse("""
                -- @upgrade
                -- @allow rewrite: the table has 200 rows
                ALTER TABLE a ALTER id TYPE bigint; -- @allow data-lost :  nobody   reads it
                SELECT '-- @allow check-scan: in a string';
                -- @downgrade
                --@allow not-null-scan: so it was before
                ALTER TABLE a ALTER id TYPE int;
                """);

        assertThat(script.upgrade().allowances())
                .containsExactly(
                        new Allowance("rewrite", "the table has 200 rows", 7),
                        new Allowance("data-lost", "nobody reads it", 8));
        assertThat(script.upgrade().statements()).hasSize(2);
        assertThat(script.downgrade().wayBack().orElseThrow().allowances())
                .isEqualTo(List.of(new Allowance("not-null-scan", "so it was before", 11)));
    }

    @Test
    void placeholdersDoNotHideAnAllowance() {
        ScriptParser parser = new ScriptParser(new Placeholders(Map.of("table", "a")));

        RevisionScript script = parser.parse(new ScriptFile(
                "db/x.sql",
                Scripts.header("a1", "")
                        + "-- @upgrade\n-- @allow rewrite: small\nALTER TABLE ${table} ALTER id TYPE bigint;\n"));

        assertThat(script.upgrade().allowances()).containsExactly(new Allowance("rewrite", "small", 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- @allow rewrite        | -- @allow rewrite
            -- @allow rewrite:       | -- @allow rewrite:
            -- @allow                | -- @allow
            -- @allow : no rule      | -- @allow : no rule
            -- @alow rewrite: small  | -- @alow rewrite: small
            -- @allows rewrite: small| -- @allows rewrite: small
            """)
    void anAllowanceWithoutRuleOrReasonIsRefused(String line, String shown) {
        assertThatThrownBy(() -> parse("-- @upgrade\n" + line + "\nSELECT 1;\n"))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessage(
                        "db/x.sql:7: `%s` is not `-- @allow rule: reason`.\nWrite the rule, a colon and the reason:"
                                + " `-- @allow rewrite: the table has 200 rows`.",
                        shown);
    }

    @Test
    void anAllowanceAboveTheFirstSectionIsRefused() {
        assertThatThrownBy(() -> parse("-- @allow rewrite: small\n-- @upgrade\nSELECT 1;\n"))
                .isInstanceOf(InvalidScriptException.class)
                .hasMessage("db/x.sql:6: `-- @allow rewrite: small` stands above the first section.\nMove it below the"
                        + " line `-- @upgrade` or `-- @downgrade` for which it holds.");
    }

    @ParameterizedTest
    @CsvSource({"-- @allowance is paid monthly", "-- @param id the key: a number", "-- allow rewrite: no at sign"})
    void otherCommentsStayComments(String comment) {
        assertThat(parse("-- @upgrade\n" + comment + "\nSELECT 1;\n").upgrade().allowances())
                .isEmpty();
    }

    private static RevisionScript parse(String sections) {
        return new ScriptParser(Placeholders.none())
                .parse(new ScriptFile("db/x.sql", Scripts.header("a1", "") + sections));
    }
}
