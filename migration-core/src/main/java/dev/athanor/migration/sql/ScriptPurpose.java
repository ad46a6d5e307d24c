package dev.athanor.migration.sql;

/**
 * What a text of SQL is for, which decides about the lines in it that only psql understands.
 *
 * @since 0.1.0
 */
public enum ScriptPurpose {
    /** A revision. */
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
    /** A schema, which may have been written by {@code pg_dump}. */
    SCHEMA {
        /** They guard psql against what the rest of a dump could do to it. */
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

    /** Whether a command of psql's is passed over. */
    abstract boolean skips(String command);

    /** What to do about a command of psql's. */
    abstract String instead(String command, String usual);

    /** The problem that {@code COPY} from or to the client is. */
    abstract SqlProblem copy(Faults copy, int line);
}
