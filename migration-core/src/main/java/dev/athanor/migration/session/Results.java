package dev.athanor.migration.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Steps through the results of several statements that were sent as one. Results without rows are skipped.
 *
 * @since 0.1.0
 */
public final class Results {

    private Results() {}

    /** Returns the current result if it has rows, and otherwise the next result that has rows. */
    public static ResultSet current(Statement answered) throws SQLException {
        ResultSet rows = answered.getResultSet();
        return rows == null ? next(answered) : rows;
    }

    /** Returns the next result that has rows. */
    public static ResultSet next(Statement answered) throws SQLException {
        while (!answered.getMoreResults()) {
            if (answered.getUpdateCount() == -1) {
                throw new SQLException("The server answered with too few results");
            }
        }
        return answered.getResultSet();
    }
}
