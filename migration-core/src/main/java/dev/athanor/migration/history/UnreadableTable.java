package dev.athanor.migration.history;

import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.SqlErrors;

/** Explains why the version table or the history could not be read. */
final class UnreadableTable {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private UnreadableTable() {}

    /** Returns the exception with the problem and the action. */
    static DatabaseException of(String table, Throwable failure) {
        if (INSUFFICIENT_PRIVILEGE.equals(SqlErrors.state(failure))) {
            return new DatabaseException(
                    "The role has no privilege to read " + table + ": " + SqlErrors.rootMessage(failure),
                    "Grant it: GRANT SELECT ON " + table + " TO <role>.",
                    failure);
        }
        if (SqlErrors.undefinedColumn(failure)) {
            return new DatabaseException(
                    "The version table or the history lacks columns that it should have (" + table + "): "
                            + SqlErrors.rootMessage(failure),
                    "If the table belongs to another application, choose other names: migration.version-table and"
                            + " migration.history-table. If columns of the history were dropped, rename it, and the next"
                            + " upgrade makes a new one.",
                    failure);
        }
        return new DatabaseException(
                "Reading " + table + " failed: " + SqlErrors.rootMessage(failure),
                "Read the server's message; nothing was changed.",
                failure);
    }
}
