package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTests {

    private static final Placeholders DEFINED = new Placeholders(
            Map.of("n", "7", "schema", "app", "a-b_c.d", "x", "lines", "1,\n2,\r\n3", "quote", "it''s"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT ${n}                      | SELECT 7
            SELECT '${n}${n}', "${n}"        | SELECT '77', "7"
            SELECT * FROM ${schema}.t_${n}   | SELECT * FROM app.t_7
            SELECT ${a-b_c.d}                | SELECT x
            SELECT '${quote}', 1             | SELECT 'it''s', 1
            SELECT '$${n}'                   | SELECT '$7'
            SELECT $${n}$$                   | SELECT $${n}$$
            SELECT $$${n}$$                  | SELECT $$7$$
            SELECT $t$${n}$t$                | SELECT $t$7$t$
            SELECT $t$ $${n}$$ ${n} $t$      | SELECT $t$ $${n}$$ 7 $t$
            SELECT $$ it's ${n}; $$          | SELECT $$ it's 7; $$
            SELECT /* ${m} */ 1 -- ${m}      | SELECT /* ${m} */ 1
            SELECT '${}', '${ n }', '${n'    | SELECT '${}', '${ n }', '${n'
            SELECT '{n} #{n} {{n}} $n ${n,m}' | SELECT '{n} #{n} {{n}} $n ${n,m}'
            """)
    void valuesStandInForNames(String written, String expected) {
        RevisionScript script = parse(DEFINED, written);

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly(expected);
    }

    @Test
    void withoutAnyDefinedTheyAreText() {
        RevisionScript script = parse(Placeholders.none(), "SELECT '${n}', $${m}$$;");

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly("SELECT '${n}', $${m}$$");
    }

    @Test
    void linesAreThoseOfTheFileWhenValuesHaveSeveral() {
        RevisionScript script =
                parse(DEFINED, "SELECT ${lines}; SELECT 1;\nSELECT ${lines}, ${lines}; SELECT 2;\n\nSELECT 3;");

        assertThat(script.upgrade().statements()).extracting(Statement::line).containsExactly(3, 3, 4, 4, 6);
        assertThat(script.upgrade().statements().get(2).sql()).isEqualTo("SELECT 1,\n2,\r\n3, 1,\n2,\r\n3");
    }

    @Test
    void problemsBehindAValueHaveTheFilesLine() {
        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> parse(DEFINED, "SELECT ${lines};\nSELECT 'x"))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .extracting(ScriptProblem::line)
                        .containsExactly(4));
    }

    @Test
    void textAndChecksumAreThoseOfTheFile() {
        RevisionScript script = parse(DEFINED, "SELECT ${n};");

        assertThat(script.upgrade().text()).isEqualTo("SELECT ${n};\n-- @downgrade\n".substring(0, 13));
        assertThat(script.checksum())
                .isEqualTo(parse(Placeholders.none(), "SELECT ${n};").checksum());
    }

    @Test
    void theHeaderIsNotReplaced() {
        String text = "-- about ${unknown}\n-- Revision ID: x\n-- @upgrade\nSELECT ${n};\n";

        assertThat(new ScriptParser(DEFINED)
                        .parse(new ScriptFile("db/x.sql", text))
                        .message())
                .isEqualTo("about ${unknown}");
    }

    @Test
    void undefinedOnesAreAllNamedWithTheirLine() {
        Placeholders defined = new Placeholders(Map.of("b", "1", "a", "2"));

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> parse(defined, "SELECT ${x}, $$\n${y}$$, ${a};"))
                .withMessage("2 problems in db/x.sql:\n"
                        + "  db/x.sql:3: Placeholder ${x} is not defined."
                        + " Set migration.placeholders.x, or use one that is defined: a, b.\n"
                        + "  db/x.sql:4: Placeholder ${y} is not defined."
                        + " Set migration.placeholders.y, or use one that is defined: a, b.\n"
                        + "Correct them, then check with `migration validate`.");
    }

    @Test
    void namesWithOtherCharactersAreRefused() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> new Placeholders(Map.of("a b", "")))
                .withMessage("Placeholder name 'a b' is not valid.\n"
                        + "Rename migration.placeholders.a b: a name has letters, digits, '_', '.' and '-'.");
    }

    private static RevisionScript parse(Placeholders placeholders, String upgrade) {
        String text = "-- Revision ID: x\n-- @upgrade\n" + upgrade + "\n-- @downgrade\n";
        return new ScriptParser(placeholders)
                .parse(List.of(new ScriptFile("db/x.sql", text)))
                .get(0);
    }
}
