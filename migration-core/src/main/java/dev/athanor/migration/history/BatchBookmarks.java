package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the bookmarks of statements in batches, in the history rows of their steps.
 *
 * @since 0.1.0
 */
public final class BatchBookmarks {

    private static final String COLUMNS = "statement_begun, batch_key, batch_end, batch_walked, batch_changed";

    private final Session session;
    private final String history;

    BatchBookmarks(Session session, TableNames names) {
        this.session = session;
        this.history = names.history();
    }

    /** Adds the columns that the history of an earlier version lacks. */
    public void ready() {
        List<String> names = BookkeepingDdl.ADDED.keySet().stream().toList();
        Optional<String> found = session.single(
                "SELECT count(*)::text FROM pg_attribute WHERE attrelid = to_regclass(?) AND NOT attisdropped AND attname"
                        + " = ANY (?)",
                history,
                session.array(names));
        if (!found.equals(Optional.of(String.valueOf(names.size())))) {
            session.execute(BookkeepingDdl.adding(history));
        }
    }

    /** Writes which branch a step with a condition took. */
    public void note(long row, String note) {
        session.query(
                "UPDATE " + history + " SET note = ? WHERE id = ? RETURNING id",
                (result, number) -> result.getLong(1),
                session.repertoire().stored(note),
                row);
    }

    /**
     * Returns the bookmark of the latest run of a script if that run did not finish, and otherwise {@link
     * BatchBookmark#NONE}.
     */
    public BatchBookmark of(Direction direction, RevisionId revision) {
        return session
                .query(
                        "SELECT outcome, direction, " + COLUMNS + " FROM " + history
                                + " WHERE revision = ? ORDER BY id DESC LIMIT 1",
                        (row, number) ->
                                UnfinishedScript.is(row, direction) ? BatchBookmark.map(row) : BatchBookmark.NONE,
                        revision.value())
                .stream()
                .findFirst()
                .orElse(BatchBookmark.NONE);
    }

    /** Writes a bookmark outside of a batch: an initial one, or that of an earlier run. */
    public void write(long row, BatchBookmark bookmark) {
        session.query(
                "UPDATE " + history + " SET " + set(bookmark, "") + " WHERE id = ? RETURNING id",
                (result, number) -> result.getLong(1),
                row);
    }

    /**
     * Returns the statement that writes a bookmark after a batch and returns the number of rows that the batch has
     * changed.
     *
     * @param bookmark the bookmark after the batch, without the changed rows of that batch
     * @param changed the relation that holds one row for each changed row
     */
    public String writing(long row, BatchBookmark bookmark, String changed) {
        return "UPDATE " + history + " SET " + set(bookmark, " + athanor_batch.changed")
                + " FROM (SELECT count(*) AS changed FROM " + changed + ") athanor_batch WHERE id = " + row
                + " RETURNING athanor_batch.changed";
    }

    private static String set(BatchBookmark bookmark, String more) {
        return "statement_begun = " + literal(bookmark.digest()) + ", batch_key = " + literal(bookmark.reached())
                + ", batch_end = " + literal(bookmark.end()) + ", batch_walked = " + bookmark.walked()
                + ", batch_changed = " + bookmark.changed() + more;
    }

    private static String literal(@Nullable String value) {
        return value == null ? "NULL" : new Literal(value).quoted();
    }
}
