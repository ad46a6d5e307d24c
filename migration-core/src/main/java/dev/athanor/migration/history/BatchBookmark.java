package dev.athanor.migration.history;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.script.Checksum;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Represents the progress of a statement in batches. The bookmark is written with each batch, in the same transaction.
 *
 * @param digest the digest of the statement, its table and its key, or {@code null} if the statement has not begun
 * @param reached the last key that is done, as text, or {@code null} before the first batch
 * @param end the last key that existed when the statement began, as text, or {@code null} if there was none
 * @param walked how many rows are done
 * @param changed how many of those rows the statement has changed
 * @since 0.1.0
 */
public record BatchBookmark(
        @Nullable String digest,
        @Nullable String reached,
        @Nullable String end,
        long walked,
        long changed) {

    /** Represents a statement that has not begun. */
    public static final BatchBookmark NONE = new BatchBookmark(null, null, null, 0, 0);

    static BatchBookmark map(ResultSet row) throws SQLException {
        return new BatchBookmark(
                row.getString("statement_begun"),
                row.getString("batch_key"),
                row.getString("batch_end"),
                row.getLong("batch_walked"),
                row.getLong("batch_changed"));
    }

    /** Returns a digest that identifies the statement. */
    static String digest(Batch batch) {
        return Checksum.of(batch.table() + " by " + batch.key() + "\n" + batch.sql())
                .value();
    }

    /** Returns the initial bookmark of a statement. */
    public static BatchBookmark beginning(Batch batch, @Nullable String end) {
        return new BatchBookmark(digest(batch), null, end, 0, 0);
    }

    /** Returns whether at least one batch is done. */
    public boolean isBegun() {
        return digest != null && reached != null;
    }

    /** Returns whether the bookmark belongs to this statement. */
    public boolean isOf(Batch batch) {
        return digest(batch).equals(digest);
    }

    /** Returns whether no rows are left. */
    public boolean isAtEnd() {
        return end == null || end.equals(reached);
    }

    /** Returns the bookmark after one more batch. */
    public BatchBookmark and(String key, long rowsWalked, long rowsChanged) {
        return new BatchBookmark(digest, key, end, walked + rowsWalked, changed + rowsChanged);
    }
}
