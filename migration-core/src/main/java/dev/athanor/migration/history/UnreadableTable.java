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
                    "The role may not read " + table + ": " + SqlErrors.rootMessage(failure),
                    "Grant it: GRANT SELECT ON " + table + " TO <role>.",
                    failure);
        }
        if (SqlErrors.undefinedColumn(failure)) {
            return new DatabaseException(
                    "The version table or the history has not the columns that it should have (" + table + "): "
                            + SqlErrors.rootMessage(failure),
                    "If it is somebody else's table, choose other names: migration.version-table and"
                            + " migration.history-table. If columns of the history were dropped, rename it, and the next"
                            + " upgrade makes a new one.",
                    failure);
        }
        return new DatabaseException(
                "Reading " + table + " failed: " + SqlErrors.rootMessage(failure),
                "See what the message says; nothing was changed.",
                failure);
    }
}
