package dev.athanor.migration.runner;

import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Who says how long the statements of a script may wait and run. */
enum Patience {
    /** The settings of the run. */
    OURS,
    /** The script, which sets a timeout itself. */
    THE_SCRIPTS;

    /** A script that names one of the timeouts, in whatever way, is taken to set it. */
    static Patience of(List<Statement> statements) {
        return statements.stream().anyMatch(Patience::namesTimeout) ? THE_SCRIPTS : OURS;
    }

    private static boolean namesTimeout(Statement statement) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return sql.contains("lock_timeout") || sql.contains("statement_timeout");
    }
}
