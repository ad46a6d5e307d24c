package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;

/**
 * Thrown if SQL text cannot be split into statements.
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

    /** Returns the problem, with its line. */
    public SqlProblem fault() {
        return fault;
    }
}
