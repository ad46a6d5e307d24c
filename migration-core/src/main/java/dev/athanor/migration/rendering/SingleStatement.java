package dev.athanor.migration.rendering;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.util.List;

/** Checks SQL that a user has written or a database has returned. */
final class SingleStatement {

    private SingleStatement() {}

    /** Returns the only statement of the SQL, without the comments around it and without its semicolon. */
    static String statement(String sql) {
        List<Statement> statements = StatementSplitter.split(sql);
        if (statements.size() != 1) {
            throw new MigrationException(
                    "A definition has to be one statement, and has " + statements.size() + ": " + sql.strip(),
                    "Give the others to op.execute(…).");
        }
        return statements.get(0).sql();
    }
}
