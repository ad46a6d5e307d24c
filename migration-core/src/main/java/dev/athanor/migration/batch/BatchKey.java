package dev.athanor.migration.batch;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the key by which a table is processed in batches, as the catalogs define it.
 *
 * @param table the table with the alias that the column refers to, as SQL
 * @param column the column, as SQL
 * @param type the type of the column, as SQL
 * @param text the column as text that converts back to the same value under any session settings
 */
record BatchKey(String table, String column, String type, String text) {

    private static final String LOOK = "SELECT a.attname, a.attnotnull, format_type(a.atttypid, a.atttypmod),"
            + " t.typcategory = 'D', EXISTS (SELECT FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_am"
            + " am ON am.oid = ic.relam JOIN pg_opclass o ON o.oid = i.indclass[0] WHERE i.indrelid = c.oid AND"
            + " i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum AND"
            + " am.amname = 'btree' AND o.opcdefault AND i.indcollation[0] = a.attcollation) FROM pg_class c LEFT JOIN"
            + " pg_attribute a ON a.attrelid = c.oid AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN"
            + " pg_type t ON t.oid = a.atttypid WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p')";

    /** Names the table in the engine's statements, so that a column of a result never hides the key. */
    private static final String WALKED = "athanor_walked";

    private record Facts(@Nullable String name, boolean notNull, String type, boolean date, boolean unique) {}

    /**
     * Looks up the key in the catalogs.
     *
     * @throws MigrationException if the table cannot be processed in batches by this key
     */
    static BatchKey of(Session session, BatchedStatement batched) {
        Batch batch = batched.batch();
        String table = sql(batch.table());
        String walked = table + " AS " + WALKED;
        List<Facts> found = session.query(
                LOOK,
                (row, number) -> new Facts(
                        row.getString(1),
                        row.getBoolean(2),
                        String.valueOf(row.getString(3)),
                        row.getBoolean(4),
                        row.getBoolean(5)),
                batch.key(),
                table);
        check(found, batched);
        Facts facts = found.get(0);
        String column = WALKED + "." + new Identifier(batch.key()).quoted();
        String text = facts.date() ? "to_jsonb(" + column + ") #>> '{}'" : column + "::text";
        return new BatchKey(walked, column, facts.type(), text);
    }

    static String sql(QualifiedName name) {
        String own = new Identifier(name.name()).quoted();
        return name.schema() == null ? own : new Identifier(name.schema()).quoted() + "." + own;
    }

    private static void check(List<Facts> found, BatchedStatement batched) {
        Batch batch = batched.batch();
        String column = batch.table() + "." + batch.key();
        if (found.isEmpty()) {
            throw refusal(batched, "there is no table " + batch.table() + ".", "Create it in an earlier revision");
        }
        Facts facts = found.get(0);
        if (facts.name() == null) {
            throw refusal(
                    batched,
                    "table " + batch.table() + " has no column " + batch.key() + ".",
                    "Name a key that it has");
        }
        if (!facts.notNull()) {
            throw refusal(
                    batched,
                    "its key " + column + " may be null, and such rows would be left out.",
                    "Name a key that is not null");
        }
        if (!facts.unique()) {
            throw refusal(
                    batched,
                    "its key " + column + " has no valid unique b-tree index of its own.",
                    "Name a key that is unique, such as the primary key");
        }
    }

    private static MigrationException refusal(BatchedStatement batched, String problem, String action) {
        return new MigrationException(
                "Table " + batched.batch().table() + " cannot be processed in batches (" + batched.place() + "): "
                        + problem,
                action + ", then start again; nothing of this revision was applied.");
    }

    /** Returns the condition that selects a part of the table. */
    static String condition(String key, String type, @Nullable String after, String upTo) {
        String until = key + " <= " + literal(upTo) + "::" + type;
        return after == null ? until : key + " > " + literal(after) + "::" + type + " AND " + until;
    }

    private static String literal(String value) {
        return new Literal(value).quoted();
    }

    /** Returns the current last key of the table, or {@code null} if the table is empty. */
    @Nullable String last(Session session) {
        return session
                .query(
                        "SELECT " + text + " FROM " + table + " ORDER BY " + column + " DESC LIMIT 1",
                        (row, number) -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Returns the last key of the next rows after a bookmark, or the bookmark's end if fewer rows are left. */
    String next(Session session, BatchBookmark bookmark, int rows) {
        String end = String.valueOf(bookmark.end());
        String value = "?::text::" + type;
        String from = "SELECT " + text + " FROM " + table + " WHERE ";
        String until = column + " <= " + value + " ORDER BY " + column + " OFFSET " + (rows - 1) + " LIMIT 1";
        List<String> found = bookmark.reached() == null
                ? session.query(from + until, (row, number) -> row.getString(1), end)
                : session.query(
                        from + column + " > " + value + " AND " + until,
                        (row, number) -> row.getString(1),
                        bookmark.reached(),
                        end);
        return found.isEmpty() ? end : found.get(0);
    }

    /** Returns the number of rows that the planner estimates from the size and the statistics of the table. */
    long estimatedRows(Session session) {
        String plan =
                session.single("EXPLAIN (FORMAT JSON) SELECT FROM " + table).orElseThrow();
        String rows = plan.replaceFirst("(?s).*?\"Plan Rows\": *([0-9]+).*", "$1");
        return rows.matches("[0-9]{1,18}") ? Long.parseLong(rows) : 0;
    }
}
