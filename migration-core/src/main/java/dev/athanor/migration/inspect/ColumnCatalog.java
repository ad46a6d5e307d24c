package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the columns of tables, including those that a partition or a child inherits. */
final class ColumnCatalog {

    /** Selects the columns. Alias {@code i} is the dependency that ties an identity column to its sequence. */
    private static final String QUERY = """
            SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod) AS column_type, a.attnotnull,
                   a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid, true) AS expression, m.description,
                   CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
                   s.*, format_type(s.seqtypid, NULL) AS type, a.attislocal, a.attinhcount
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_depend i ON a.attidentity <> '' AND i.refobjid = c.oid AND i.refobjsubid = a.attnum
                AND i.refclassid = 'pg_class'::regclass AND i.classid = 'pg_class'::regclass AND i.deptype = 'i'
            LEFT JOIN pg_sequence s ON s.seqrelid = i.objid
            LEFT JOIN pg_description m ON m.objoid = c.oid AND m.classoid = 'pg_class'::regclass AND m.objsubid = a.attnum
            WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY (?)
            ORDER BY a.attrelid, a.attnum""";

    private ColumnCatalog() {}

    /**
     * Represents a column with further facts from the catalogs.
     *
     * @param local whether its table declares it
     * @param inherited whether a parent of the table has it too
     */
    record CatalogColumn(Column column, boolean local, boolean inherited) {}

    /** Returns the columns by the id of their table. */
    static Map<Long, List<CatalogColumn>> read(Catalog catalog) {
        Map<Long, List<CatalogColumn>> columns = new HashMap<>();
        catalog.query(QUERY, (row, number) -> columns.computeIfAbsent(
                        row.getLong("attrelid"), table -> new ArrayList<>())
                .add(new CatalogColumn(column(row), row.getBoolean("attislocal"), row.getInt("attinhcount") > 0)));
        return columns;
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("attname"),
                row.getString("column_type"),
                !row.getBoolean("attnotnull"),
                row.getString("collation"),
                value(row),
                row.getString("description"));
    }

    private static ColumnValue value(ResultSet row) throws SQLException {
        String identity = Objects.requireNonNullElse(row.getString("attidentity"), "");
        if (!identity.isEmpty()) {
            if (row.getString("type") == null) {
                return ColumnValue.NONE; // a partition shares the sequence of its parent
            }
            return new ColumnValue.Identity(identity.equals("a"), SequenceCatalog.options(row));
        }
        String expression = Expressions.normalizedOrNull(row.getString("expression"));
        if (expression == null) {
            return ColumnValue.NONE;
        }
        String generated = Objects.requireNonNullElse(row.getString("attgenerated"), "");
        return generated.isEmpty()
                ? new ColumnValue.Default(expression)
                : new ColumnValue.Generated(expression, generated.equals("s"));
    }
}
