package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;
import java.util.List;

/** SQL that somebody else wrote. */
final class Raw {

    private Raw() {}

    /** One statement, without the comments around it and without its semicolon. */
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
