package dev.athanor.migration.batch;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key by which a table is walked, as the catalogs know it.
 *
 * @param table the table with the alias that the column refers to, as SQL
 * @param column the column, as SQL
 * @param type its type, as SQL
 * @param text the column as a text that gives the same value back whatever the session's settings are
 */
record BatchKey(String table, String column, String type, String text) {

    private static final String LOOK = "SELECT a.attname, a.attnotnull, format_type(a.atttypid, a.atttypmod),"
            + " t.typcategory = 'D', EXISTS (SELECT FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_am"
            + " am ON am.oid = ic.relam JOIN pg_opclass o ON o.oid = i.indclass[0] WHERE i.indrelid = c.oid AND"
            + " i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum AND"
            + " am.amname = 'btree' AND o.opcdefault AND i.indcollation[0] = a.attcollation) FROM pg_class c LEFT JOIN"
            + " pg_attribute a ON a.attrelid = c.oid AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN"
            + " pg_type t ON t.oid = a.atttypid WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p')";

    /** The table's name in statements of ours: a column of a result never hides the key. */
    private static final String WALKED = "athanor_walked";

    private record Facts(@Nullable String name, boolean notNull, String type, boolean date, boolean unique) {}

    /**
     * Looks it up.
     *
     * @throws MigrationException where the table cannot be walked by it
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
                "Table " + batched.batch().table() + " cannot be walked in batches (" + batched.place() + "): "
                        + problem,
                action + ", then start again; nothing of this revision was applied.");
    }

    /** The condition for a part of the table. */
    static String condition(String key, String type, @Nullable String after, String upTo) {
        String until = key + " <= " + literal(upTo) + "::" + type;
        return after == null ? until : key + " > " + literal(after) + "::" + type + " AND " + until;
    }

    private static String literal(String value) {
        return new Literal(value).quoted();
    }

    /** Where the table ends now; null where it is empty. */
    @Nullable String last(Session session) {
        return session
                .query(
                        "SELECT " + text + " FROM " + table + " ORDER BY " + column + " DESC LIMIT 1",
                        (row, number) -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The last key of the next rows after a bookmark; its end where fewer are left. */
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

    /** How many rows the table has, as the planner guesses from its size and its statistics. */
    long estimatedRows(Session session) {
        String plan =
                session.single("EXPLAIN (FORMAT JSON) SELECT FROM " + table).orElseThrow();
        String rows = plan.replaceFirst("(?s).*?\"Plan Rows\": *([0-9]+).*", "$1");
        return rows.matches("[0-9]{1,18}") ? Long.parseLong(rows) : 0;
    }
}
