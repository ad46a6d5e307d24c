package dev.athanor.migration.history;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.script.Checksum;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How far a statement in batches came: written with each batch, in one transaction.
 *
 * @param digest of the statement, its table and its key; null where it has not begun
 * @param reached the last key that is behind it, as text; null before the first batch
 * @param end the last key there was when it began, as text; null where there was none
 * @param walked how many rows are behind it
 * @param changed how many of those it has changed
 * @since 0.1.0
 */
public record BatchBookmark(
        @Nullable String digest,
        @Nullable String reached,
        @Nullable String end,
        long walked,
        long changed) {

    /** The bookmark of a statement that has not begun. */
    public static final BatchBookmark NONE = new BatchBookmark(null, null, null, 0, 0);

    static BatchBookmark map(ResultSet row) throws SQLException {
        return new BatchBookmark(
                row.getString("statement_begun"),
                row.getString("batch_key"),
                row.getString("batch_end"),
                row.getLong("batch_walked"),
                row.getLong("batch_changed"));
    }

    /** What another statement does not have. */
    static String digest(Batch batch) {
        return Checksum.of(batch.table() + " by " + batch.key() + "\n" + batch.sql())
                .value();
    }

    /** Returns the first one of a statement. */
    public static BatchBookmark beginning(Batch batch, @Nullable String end) {
        return new BatchBookmark(digest(batch), null, end, 0, 0);
    }

    /** Tells whether some of it is behind it. */
    public boolean isBegun() {
        return digest != null && reached != null;
    }

    /** Tells whether it is the bookmark of this statement. */
    public boolean isOf(Batch batch) {
        return digest(batch).equals(digest);
    }

    /** Tells whether nothing is left to be walked. */
    public boolean isAtEnd() {
        return end == null || end.equals(reached);
    }

    /** After one more batch. */
    public BatchBookmark and(String key, long rowsWalked, long rowsChanged) {
        return new BatchBookmark(digest, key, end, walked + rowsWalked, changed + rowsChanged);
    }
}
