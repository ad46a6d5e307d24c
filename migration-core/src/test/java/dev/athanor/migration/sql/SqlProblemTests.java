package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlProblemTests {

    private static final String ROWS = "Write the rows as INSERT statements, or load them in a Java revision.";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            SELECT 'a;        | A string has no closing apostrophe.
            SELECT 'a''       | A string has no closing apostrophe.
            SELECT E'a\\'     | A string has no closing apostrophe.
            SELECT E'a\\      | A string has no closing apostrophe.
            SELECT "a;        | A quoted identifier has no closing quotation mark.
            SELECT $$a;       | A dollar-quoted string that $$ opens has no closing $$.
            SELECT $a$;$A$;   | A dollar-quoted string that $a$ opens has no closing $a$.
            SELECT /* /* */ 1 | A comment that /* opens has no end.
            SELECT /*         | A comment that /* opens has no end.
            SELECT (1;        | A parenthesis is not closed before the end of the statement.
            """)
    void whatHasNoEndIsNamedWithTheLineOfItsBeginning(String sql, String problem) {
        SplitText split = split("SELECT 1;\n\n" + sql + "\n\n");

        assertThat(split.statements()).extracting(Statement::sql).containsExactly("SELECT 1");
        assertThat(split.problems()).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo(3);
            assertThat(found.problem()).isEqualTo(problem);
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            INSERT INTO t VALUES ('it\\'s');                                | The string on line 3 ends at its \\'. A backslash escapes an apostrophe only in an E'…' string: write E'it\\'s', or the apostrophe twice, 'it''s'.
            SELECT 'C:\\', 'a;                                              | The string on line 3 ends at its \\'. A backslash escapes an apostrophe only in an E'…' string: write E'it\\'s', or the apostrophe twice, 'it''s'.
            SET Standard_Conforming_Strings = off; SELECT 'it\\'s';         | The string on line 3 ends at its \\'. Scripts are read with standard_conforming_strings = on, whatever they set: write E'it\\'s', or the apostrophe twice, 'it''s'. Remove the setting.
            SELECT set_config('standard_conforming_strings', 'off', true), '; | Scripts are read with standard_conforming_strings = on, whatever they set: write E'it\\'s', or the apostrophe twice, 'it''s'. Remove the setting.
            /* standard_conforming_strings */ SELECT E'it\\'s', '\\', 'a'';  | The string on line 3 ends at its \\'. A backslash escapes an apostrophe only in an E'…' string: write E'it\\'s', or the apostrophe twice, 'it''s'.
            SELECT E'it\\'s', $$\\'$$, 'a;                                  | Close it with '; an apostrophe inside a string is written twice, or with a backslash in an E'…' string.
            """)
    void aStringWithoutEndWhereTheScriptCountsOnBackslashesIsExplained(String sql, String action) {
        assertThat(split("SELECT 1;\n\n" + sql + "\n\n").problems())
                .containsExactly(new SqlProblem(3, "A string has no closing apostrophe.", action));
    }

    @Test
    void twoApostrophesAfterBackslashesAreExplainedToo() {
        assertThat(split("SELECT 'it\\'s', 'he\\'s';").problems().get(0))
                .isEqualTo(new SqlProblem(
                        1,
                        "A backslash occurs outside of a string.",
                        "A backslash escapes an apostrophe only in an E'…' string: write E'it\\'s', or the apostrophe twice,"
                                + " 'it''s'."));
    }

    @Test
    void aBodyWithoutEndIsNamed() {
        String text = "CREATE FUNCTION f() RETURNS int\nBEGIN\nATOMIC SELECT CASE WHEN true THEN 1; END;\nSELECT 2;";

        assertThat(split(text).problems())
                .containsExactly(new SqlProblem(
                        2,
                        "A function body that BEGIN ATOMIC opens has no END.",
                        "End the body with END; and each CASE expression inside it with its own END."));
    }

    @Test
    void theTagIsNamedInTheAction() {
        assertThat(split("DO $fn$ BEGIN END $fn;").problems())
                .containsExactly(new SqlProblem(
                        1,
                        "A dollar-quoted string that $fn$ opens has no closing $fn$.",
                        "Close it with $fn$; upper and lower case differ in the tag."));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            \\connect app  | \\connect  | Remove it: a revision runs on one connection; another database needs migrations of its own.
            \\c app        | \\c        | Remove it: a revision runs on one connection; another database needs migrations of its own.
            \\i other.sql  | \\i        | Copy the other file's statements into this one, or make them a revision of their own.
            \\ir other.sql | \\ir       | Copy the other file's statements into this one, or make them a revision of their own.
            \\copy t FROM 'it's' | \\copy | Write the rows as INSERT statements, or load them in a Java revision.
            \\.            | \\.        | Write the rows as INSERT statements, or load them in a Java revision.
            \\set x 'it    | \\set      | Remove it if it steers psql itself; a value belongs in migration.placeholders.<name>, written ${<name>}.
            \\if :x        | \\if       | Write what depends on a query as a DO block: DO $$ BEGIN … EXECUTE …; END $$;
            \\timing on    | \\timing   | Remove the line: it changes nothing in the schema.
            \\restrict abc | \\restrict | Remove the line: it changes nothing in the schema.
            SELECT 'x' \\gexec | \\gexec | Write what depends on a query as a DO block: DO $$ BEGIN … EXECUTE …; END $$;
            SELECT 1 \\g   | \\g        | End the statement with a semicolon instead.
            SELECT 1\\;    | \\;        | End the statement with a semicolon instead.
            """)
    void commandsOfPsqlAreRefusedAndTheRestIsRead(String line, String command, String action) {
        SplitText split = split("SELECT 1;\n" + line + "\nSELECT 2;");

        assertThat(split.statements()).extracting(Statement::sql).containsExactly("SELECT 1", "SELECT 2");
        assertThat(split.problems())
                .containsExactly(
                        new SqlProblem(2, command + " is a command of psql, not of PostgreSQL's SQL.", action));
    }

    @Test
    void copiedDataIsRefusedAndSkipped() {
        String text = "SELECT 1;\nCOPY t (a, b) FROM stdin WITH (FORMAT csv);\n1,it's (\n\\.\nSELECT 2;";

        SplitText split = split(text);

        assertThat(split.statements()).extracting(Statement::sql).containsExactly("SELECT 1", "SELECT 2");
        assertThat(split.statements()).extracting(Statement::line).containsExactly(1, 5);
        assertThat(split.problems())
                .containsExactly(new SqlProblem(2, "COPY … FROM stdin reads data that only psql can send.", ROWS));
    }

    @Test
    void copyingToTheClientIsRefused() {
        assertThat(split("COPY (SELECT 1) TO STDOUT;").problems())
                .containsExactly(new SqlProblem(
                        1,
                        "COPY … TO stdout writes rows that a revision has nowhere to put.",
                        "Remove the statement."));
    }

    @Test
    void theCharacterZeroIsRefused() {
        assertThat(split("SELECT 1;\nS\0E\0").problems())
                .containsExactly(new SqlProblem(
                        2,
                        "The text contains the character U+0000, which PostgreSQL cannot store.",
                        "Remove it, and save the file as UTF-8; UTF-16 looks like this."));
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        String text = "\\connect a\nCOPY t FROM stdin;\n\\.\n\\timing\nSELECT 'x";

        assertThat(split(text).problems()).extracting(SqlProblem::line).containsExactly(1, 2, 4, 5);
    }

    private static SplitText split(String text) {
        return StatementSplitter.split(text, 0, text.length(), 1);
    }
}
