package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;

/**
 * SQL text that cannot be told apart into statements.
 *
 * @since 0.1.0
 */
public final class SqlSyntaxException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient SqlProblem fault;

    SqlSyntaxException(SqlProblem fault) {
        super("Line " + fault.line() + ": " + fault.problem(), fault.action());
        this.fault = fault;
    }

    /** What is wrong, and on which line. */
    public SqlProblem fault() {
        return fault;
    }
}
