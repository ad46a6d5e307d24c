package dev.athanor.migration.sql;

/** Knows the commands of psql, which the server does not have. */
final class MetaCommands {

    private MetaCommands() {}

    /** Returns the problem of a command such as {@code \connect}. */
    static SqlProblem problem(String command, int line, ScriptPurpose purpose) {
        if (command.equals("\\'")) {
            return new SqlProblem(
                    line,
                    "A backslash occurs outside of a string.",
                    "A backslash escapes an apostrophe only in an E'…' string: " + Faults.ESCAPE);
        }
        String name = command.substring(1);
        return new SqlProblem(
                line, command + " is a command of psql, not of PostgreSQL's SQL.", purpose.instead(name, action(name)));
    }

    private static String action(String name) {
        return switch (name) {
            case "i", "ir", "include", "include_relative" ->
                "Copy the other file's statements into this one, or make them a revision of their own.";
            case "c", "connect" ->
                "Remove it: a revision runs on one connection; another database needs migrations of its own.";
            case "copy", "." -> "Write the rows as INSERT statements, or load them in a Java revision.";
            case "set", "unset", "getenv", "prompt" ->
                "Remove it if it steers psql itself; a value belongs in migration.placeholders.<name>, written ${<name>}.";
            case "gexec", "gset", "if", "elif", "else", "endif", "crosstabview" ->
                "Write what depends on a query as a DO block: DO $$ BEGIN … EXECUTE …; END $$;";
            case "g", "gx", "gdesc", ";" -> "End the statement with a semicolon instead.";
            default -> "Remove the line: it changes nothing in the schema.";
        };
    }
}
