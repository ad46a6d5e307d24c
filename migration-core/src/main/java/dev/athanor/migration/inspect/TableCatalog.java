package dev.athanor.migration.inspect;

import dev.athanor.migration.directive.AutoNames;
import dev.athanor.migration.inspect.ColumnCatalog.CatalogColumn;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.PartitionOf;
import dev.athanor.migration.schema.Table.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the tables, including partitioned tables and partitions. */
final class TableCatalog {

    private static final String QUERY = """
            SELECT c.oid, n.nspname AS schema, c.relname AS name, m.description, c.relpersistence = 'u' AS unlogged,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by, c.relispartition,
                   pg_get_expr(c.relpartbound, c.oid) AS bound, h.schemas, h.names, h.ids,
                   current_setting('server_version_num')::int >= 180000 AS names_not_null,
                   c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(x.reloptions) o) AS options
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class x ON x.oid = c.reltoastrelid
            CROSS JOIN LATERAL (
                SELECT array_agg(p.oid::text ORDER BY i.inhseqno) AS ids,
                       array_agg(pn.nspname::text ORDER BY i.inhseqno) AS schemas,
                       array_agg(p.relname::text ORDER BY i.inhseqno) AS names
                FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                WHERE i.inhrelid = c.oid) h"""
            + Fragments.comment("pg_class", "c.oid")
            + "WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname = ANY (?) AND"
            + Fragments.own("pg_class", "c.oid");

    private final Catalog catalog;
    private final Map<Long, List<CatalogIndex>> indexes;
    private final Map<Long, List<CatalogColumn>> columns;
    private final Map<Long, List<Constraint>> constraints;

    private TableCatalog(Catalog catalog, Map<Long, List<CatalogIndex>> indexes) {
        this.catalog = catalog;
        this.indexes = indexes;
        this.columns = ColumnCatalog.read(catalog);
        this.constraints = ConstraintCatalog.read(catalog, indexes);
    }

    /**
     * Returns the tables.
     *
     * @param indexes the indexes by the id of their table
     */
    static List<Table> read(Catalog catalog, Map<Long, List<CatalogIndex>> indexes) {
        TableCatalog tables = new TableCatalog(catalog, indexes);
        return catalog.query(QUERY, (row, number) -> tables.table(row)).stream()
                .filter(table -> !catalog.omits(table.name()))
                .toList();
    }

    private Table table(ResultSet row) throws SQLException {
        long id = row.getLong("oid");
        List<List<CatalogColumn>> ofParents = ArrayColumns.texts(row, "ids").stream()
                .map(parent -> columns.getOrDefault(Long.valueOf(parent), List.of()))
                .toList();
        OwnColumns own = new OwnColumns(
                catalog.name(row, ""),
                constraints.getOrDefault(id, List.of()),
                ofParents,
                row.getBoolean("names_not_null"));
        List<CatalogColumn> all = columns.getOrDefault(id, List.of());
        return new Table(
                catalog.name(row, ""),
                own.declared(all),
                own.inherited(all),
                own.constraints(),
                free(indexes.getOrDefault(id, List.of())),
                storage(row),
                row.getString("description"));
    }

    /** Returns the indexes that do not belong to a constraint. */
    static List<Index> free(List<CatalogIndex> indexes) {
        return indexes.stream()
                .filter(index -> !index.ofConstraint())
                .map(CatalogIndex::index)
                .toList();
    }

    private Storage storage(ResultSet row) throws SQLException {
        List<QualifiedName> parents = parents(row);
        boolean partition = row.getBoolean("relispartition");
        return new Storage(
                row.getBoolean("unlogged"),
                row.getString("partition_by"),
                partition ? new PartitionOf(parents.get(0), bound(row.getString("bound"))) : null,
                partition ? List.of() : parents,
                ArrayColumns.options(row, "options"));
    }

    private static String bound(@Nullable String bound) {
        return Expressions.normalized(bound == null ? "" : bound);
    }

    private List<QualifiedName> parents(ResultSet row) throws SQLException {
        List<String> schemas = ArrayColumns.texts(row, "schemas");
        List<String> names = ArrayColumns.texts(row, "names");
        List<QualifiedName> parents = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            parents.add(catalog.name(schemas.get(index), names.get(index)));
        }
        return parents;
    }
}

/**
 * Tells what a table has of its own on its columns from what it inherits.
 *
 * @param rules the constraints that the table declares
 * @param ofParents the columns of each parent
 * @param namesNotNull whether each {@code NOT NULL} is among the constraints, as from PostgreSQL 18 on
 */
record OwnColumns(
        QualifiedName table, List<Constraint> rules, List<List<CatalogColumn>> ofParents, boolean namesNotNull) {

    /** Returns the constraints besides {@code NOT NULL} that a column says as well. */
    List<Constraint> constraints() {
        return rules.stream().filter(rule -> !isPlain(rule)).toList();
    }

    private boolean isPlain(Constraint rule) {
        return rule instanceof NotNull notNull && notNull.equals(plain(notNull.column()));
    }

    private NotNull plain(String column) {
        String name = AutoNames.first(table.name(), List.of(column), "not_null");
        return new NotNull(name, column, false, true, null);
    }

    /** Returns the columns that the table declares. */
    List<Column> declared(List<CatalogColumn> all) {
        return all.stream().filter(CatalogColumn::local).map(this::own).toList();
    }

    /** Returns the inherited columns on which the table has something of its own. */
    List<Column> inherited(List<CatalogColumn> all) {
        return all.stream()
                .filter(one -> !one.local())
                .map(this::own)
                .map(column -> column.withValue(ownValue(column)))
                .filter(column -> !column.nullable()
                        || column.comment() != null
                        || !column.value().equals(ColumnValue.NONE))
                .toList();
    }

    private Column own(CatalogColumn one) {
        Column column = one.column();
        if (namesNotNull) {
            return column.withNullable(!rules.contains(plain(column.name())));
        }
        return one.inherited() && inParents(column.name()).anyMatch(parent -> !parent.nullable())
                ? column.withNullable(true)
                : column;
    }

    private ColumnValue ownValue(Column column) {
        List<ColumnValue> values = inParents(column.name())
                .map(Column::value)
                .map(value -> value instanceof ColumnValue.Identity ? ColumnValue.NONE : value)
                .toList();
        ColumnValue inherited = values.stream()
                .filter(value -> !value.equals(ColumnValue.NONE))
                .findFirst()
                .orElse(ColumnValue.NONE);
        if (values.isEmpty() || column.value().equals(inherited)) {
            return ColumnValue.NONE;
        }
        return column.value().equals(ColumnValue.NONE) ? new ColumnValue.Default("NULL") : column.value();
    }

    private Stream<Column> inParents(String name) {
        return ofParents.stream()
                .flatMap(List::stream)
                .map(CatalogColumn::column)
                .filter(column -> column.name().equals(name));
    }
}
