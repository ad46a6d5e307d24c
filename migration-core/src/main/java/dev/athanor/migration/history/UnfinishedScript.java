package dev.athanor.migration.history;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Represents the history row of a {@code transaction=none} script that did not finish.
 *
 * @param id the id of the row
 * @param progress the progress of the script
 * @since 0.1.0
 */
public record UnfinishedScript(long id, ScriptProgress progress) {

    /** Returns whether a history row has the given direction and did not finish. */
    static boolean is(ResultSet row, Direction direction) throws SQLException {
        return Outcome.of(row.getString("outcome")) != Outcome.SUCCESS
                && direction == Direction.of(row.getString("direction"));
    }

    static UnfinishedScript map(ResultSet row) throws SQLException {
        return new UnfinishedScript(
                row.getLong("id"),
                new ScriptProgress(
                        row.getInt("statements_done"),
                        row.getString("statements_digest"),
                        row.getString("statement_begun")));
    }
}
