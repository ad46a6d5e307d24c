package dev.athanor.migration.sql;

/**
 * Tells the purpose of an SQL text, which decides about lines that only psql understands.
 *
 * @since 0.1.0
 */
public enum ScriptPurpose {
    /** Marks the text of a revision. */
    REVISION {
        @Override
        boolean skips(String command) {
            return false;
        }

        @Override
        String instead(String command, String usual) {
            return usual;
        }

        @Override
        SqlProblem copy(Faults copy, int line) {
            return copy.on(line);
        }
    },
    /** Marks the text of a schema, which {@code pg_dump} may have written. */
    SCHEMA {
        /** Skips the commands that protect psql from the rest of a dump. */
        @Override
        boolean skips(String command) {
            return command.equals("restrict") || command.equals("unrestrict");
        }

        @Override
        String instead(String command, String usual) {
            return switch (command) {
                case "i", "ir", "include", "include_relative" -> "Copy the other file's statements into this one.";
                case "c", "connect" -> "Remove it: one database is compared; `pg_dump` writes none without `--create`.";
                case "copy", "." ->
                    "Remove it with its rows, which are not compared; `pg_dump --schema-only` writes none.";
                case "set", "unset", "getenv", "prompt" -> "Remove it, and write its value where the variable is used.";
                default -> usual;
            };
        }

        @Override
        SqlProblem copy(Faults copy, int line) {
            return copy == Faults.COPY_FROM_STDIN ? Faults.SCHEMA_COPY.on(line) : Faults.SCHEMA_COPY_OUT.on(line);
        }
    };

    /** Returns whether a command of psql is skipped. */
    abstract boolean skips(String command);

    /** Returns the advice for a command of psql. */
    abstract String instead(String command, String usual);

    /** Returns the problem of {@code COPY} from or to the client. */
    abstract SqlProblem copy(Faults copy, int line);
}
