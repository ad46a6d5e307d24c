package dev.athanor.migration.witness;

import dev.athanor.migration.witness.WitnessScope.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Selects the rows that are compared, and describes them by names. */
final class ComparedRows {

    private static final String NAMESPACE = "pg_namespace";

    private final CatalogRows rows;
    private final ObjectNames names;
    private final WitnessScope scope;
    private final Map<String, ComparedColumns> columns = new HashMap<>();

    /** Holds the positions and the names of the columns of a catalog that are compared. */
    private record ComparedColumns(List<Integer> positions, List<String> names) {}

    ComparedRows(CatalogRows rows, ObjectNames names, WitnessScope scope) {
        this.rows = rows;
        this.names = names;
        this.scope = scope;
    }

    List<Evidence.Entry> entries(Bucket bucket) {
        List<Evidence.Entry> entries = new ArrayList<>();
        for (CatalogRow row : rows.in(bucket)) {
            if (isCompared(row.table())) {
                described(row).filter(this::isCompared).ifPresent(object -> entries.add(entry(row, object)));
            }
        }
        return entries;
    }

    private boolean isCompared(CatalogTable table) {
        return switch (table.name()) {
            case "pg_shdepend",
                    "pg_default_acl",
                    "pg_database",
                    "pg_db_role_setting",
                    "pg_shdescription",
                    "pg_shseclabel" -> scope.extent() == Extent.EVERYTHING;
            case "pg_publication_rel", "pg_publication_namespace", "pg_depend" -> scope.extent() != Extent.SCHEMAS;
            default -> true;
        };
    }

    /** Returns the row of the object that a row describes; this is the row itself for most catalogs. */
    private Optional<CatalogRow> described(CatalogRow row) {
        for (CatalogColumn column : row.table().columns()) {
            if (column.reference() instanceof Reference.AnyObject any) {
                return Optional.ofNullable(
                        rows.find(names.catalog(row.oidIn(any.classColumn())), row.oidIn(column.name())));
            }
        }
        return rows.isOfOther(row) ? Optional.empty() : Optional.of(row);
    }

    private boolean isCompared(CatalogRow object) {
        CatalogRow root = root(object);
        return !rows.isOfExtension(object) && isCompared(root, root.table());
    }

    private boolean isCompared(CatalogRow root, CatalogTable table) {
        if (table.name().equals(NAMESPACE)) {
            String name = root.value("nspname");
            return scope.includes(name) && (scope.extent() != Extent.SCHEMAS || !name.equals(scope.schema()));
        }
        long namespace = root.oidIn(table.namespace());
        if (namespace == 0) {
            return scope.extent() != Extent.SCHEMAS;
        }
        CatalogRow schema = rows.find(NAMESPACE, namespace);
        return schema != null
                && scope.includes(schema.value("nspname"))
                && !(schema.value("nspname").equals(scope.schema())
                        && scope.omitted().contains(root.value("relname")));
    }

    private Evidence.Entry entry(CatalogRow row, CatalogRow object) {
        ComparedColumns compared = columns.computeIfAbsent(row.table().name(), any -> compared(row.table()));
        List<String> values =
                compared.positions().stream().map(at -> names.value(row, at)).toList();
        return new Evidence.Entry(
                row.table().name(),
                compared.names(),
                names.name(row),
                names.described(row),
                names.name(root(object)),
                values,
                row.number() == 0 ? "" : names.name("pg_class", row.oidIn("attrelid")),
                row.number());
    }

    private CatalogRow root(CatalogRow row) {
        CatalogRow root = row;
        CatalogRow container = rows.container(root);
        while (container != null) {
            root = container;
            container = rows.container(root);
        }
        return root;
    }

    /** Returns the columns that are compared, besides the key. */
    private ComparedColumns compared(CatalogTable table) {
        List<Integer> positions = IntStream.range(0, table.columns().size())
                .filter(at -> !table.key().contains(at))
                .filter(at -> scope.extent() == Extent.EVERYTHING
                        || !isOfOwner(table.columns().get(at)))
                .boxed()
                .toList();
        return new ComparedColumns(
                positions,
                positions.stream().map(at -> table.columns().get(at).name()).toList());
    }

    private static boolean isOfOwner(CatalogColumn column) {
        return column.name().endsWith("owner") || column.name().endsWith("acl");
    }
}
