package dev.athanor.migration.sql;

/** Lists text that PostgreSQL cannot receive: constructs without an end, and others. */
enum Faults {
    STRING(
            "A string has no closing apostrophe.",
            "Close it with '; an apostrophe inside a string is written twice, or with a backslash in an E'…' string."),
    QUOTED_IDENTIFIER(
            "A quoted identifier has no closing quotation mark.",
            "Close it with \"; a quotation mark inside an identifier is written twice."),
    BLOCK_COMMENT(
            "A comment that /* opens has no end.",
            "Close it with */; comments nest, so each /* inside needs its own */."),
    BEGIN_ATOMIC(
            "A function body that BEGIN ATOMIC opens has no END.",
            "End the body with END; and each CASE expression inside it with its own END."),
    PARENTHESIS(
            "A parenthesis is not closed before the end of the statement.",
            "Close it with ): until then, every semicolon belongs to the same statement."),
    NUL(
            "The text contains the character U+0000, which PostgreSQL cannot store.",
            "Remove it, and save the file as UTF-8; UTF-16 looks like this."),
    COPY_FROM_STDIN(
            "COPY … FROM stdin reads data that only psql can send.",
            "Write the rows as INSERT statements, or load them in a Java revision."),
    SCHEMA_COPY(
            "COPY … FROM stdin reads data that only psql can send.",
            "Remove it with its rows, which are not compared; `pg_dump --schema-only` writes none."),
    SCHEMA_COPY_OUT("COPY … TO stdout writes rows, which belong to no schema.", "Remove the statement."),
    COPY_TO_STDOUT("COPY … TO stdout writes rows that a revision has nowhere to put.", "Remove the statement.");

    /** Advises what to write instead of a string that relies on backslashes. */
    static final String ESCAPE = "write E'it\\'s', or the apostrophe twice, 'it''s'.";

    private final String problem;
    private final String action;

    Faults(String problem, String action) {
        this.problem = problem;
        this.action = action;
    }

    SqlProblem on(int line) {
        return new SqlProblem(line, problem, action);
    }

    SqlSyntaxException at(int line) {
        return new SqlSyntaxException(on(line));
    }

    /**
     * Returns the problem of a string without an end, in a script that may rely on backslashes.
     *
     * @param setting whether the script mentions {@code standard_conforming_strings} before
     * @param backslash the line of a string that ends with a backslash; 0 if there is none
     */
    static SqlSyntaxException unclosedString(int line, boolean setting, int backslash) {
        if (!setting && backslash == 0) {
            return STRING.at(line);
        }
        String string = backslash == 0 ? "" : "The string on line " + backslash + " ends at its \\'. ";
        String why = setting
                ? "Scripts are read with standard_conforming_strings = on, whatever they set: "
                : "A backslash escapes an apostrophe only in an E'…' string: ";
        String remove = setting ? " Remove the setting." : "";
        return new SqlSyntaxException(new SqlProblem(line, STRING.problem, string + why + ESCAPE + remove));
    }

    static SqlSyntaxException dollarString(String delimiter, int line) {
        return new SqlSyntaxException(new SqlProblem(
                line,
                "A dollar-quoted string that " + delimiter + " opens has no closing " + delimiter + ".",
                "Close it with " + delimiter + "; upper and lower case differ in the tag."));
    }
}
