package dev.athanor.migration.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replaces the numbers in the rows of the catalogs by names, which are the same after an object was created again. */
final class ObjectNames {

    /** Stands for an object that is not there. */
    private static final String NONE = "-";
    /** Stands for the schema that migrations run in, which may have another name elsewhere. */
    private static final String MAIN = "(the schema)";

    private final CatalogRows rows;
    private final ForeignNames foreign;
    private final WitnessScope scope;
    private final Map<String, Map<Long, String>> names = new HashMap<>();
    private final Map<String, Map<String, String>> lists = new HashMap<>();

    /**
     * @param foreign the names of the objects that are not among the rows
     */
    ObjectNames(CatalogRows rows, ForeignNames foreign, WitnessScope scope) {
        this.rows = rows;
        this.foreign = foreign;
        this.scope = scope;
    }

    /** Returns the name of an object of a catalog. */
    String name(String catalog, long oid) {
        if (oid == 0) {
            return NONE;
        }
        Map<Long, String> known = names.computeIfAbsent(catalog, any -> new HashMap<>());
        String name = known.get(oid);
        if (name == null) {
            CatalogRow row = rows.find(catalog, oid);
            name = row == null ? foreign.name(catalog, oid) : keyName(row);
            known.put(oid, name);
        }
        return name;
    }

    String name(CatalogRow row) {
        return row.oid() == 0 ? keyName(row) : name(row.table().name(), row.oid());
    }

    /** Returns the name of the object of any catalog that a row describes. */
    String described(CatalogRow row) {
        for (int at = 0; at < row.table().columns().size(); at++) {
            if (row.table().columns().get(at).reference() instanceof Reference.AnyObject) {
                return value(row, at);
            }
        }
        return name(row);
    }

    /** Returns the name of a catalog. */
    String catalog(long oid) {
        return foreign.catalog(oid);
    }

    /** Returns the key of a row in the order of a qualified name. */
    private String keyName(CatalogRow row) {
        if (row.isOf("pg_namespace") && row.value("nspname").equals(scope.schema())) {
            return MAIN;
        }
        String structural = scope.extent() == WitnessScope.Extent.SCHEMAS ? structuralName(row) : null;
        if (structural != null) {
            return structural;
        }
        boolean member = row.table().namespace() >= 0 && rows.isOfExtension(row);
        List<String> before = new ArrayList<>();
        List<String> own = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean qualified = row.table().namespace() >= 0;
        for (int at : row.table().key()) {
            String value = value(row, at);
            if (at == row.table().namespace()) {
                if (!value.equals(MAIN) && !member) {
                    before.add(0, value);
                }
            } else if (row.table().columns().get(at).reference().equals(Reference.NONE)) {
                own.add(value);
            } else if (!value.equals(NONE) && !value.equals(CatalogSql.NULL)) {
                (qualified ? after : before).add(value);
            }
        }
        boolean arguments = !after.isEmpty() || row.isOf("pg_proc");
        before.addAll(own);
        return String.join(".", before) + (arguments ? "(" + String.join(", ", after) + ")" : "");
    }

    /**
     * Returns a name for what is compared by its structure: constraints, indexes, and sequences of identity columns get
     * other names if they are created in another way. The catalog reader compares the names that were chosen.
     */
    private @Nullable String structuralName(CatalogRow row) {
        boolean unnamed = row.isOf("pg_constraint")
                || row.isOf("pg_index")
                || row.isOf("pg_class") && "iIS".contains(row.value("relkind"));
        CatalogRow container = unnamed ? rows.container(row) : null;
        if (container == null || row.isOf("pg_class") && row.value("relkind").equals("S") && !rows.isOfIdentity(row)) {
            return null;
        }
        String name = name(container);
        return row.isOf("pg_index")
                ? name
                : name + " (" + row.value(row.isOf("pg_class") ? "relkind" : "contype") + ")";
    }

    /** Returns a value of a row with names in place of numbers. */
    String value(CatalogRow row, int column) {
        @Nullable String value = row.value(column);
        Reference reference = row.table().columns().get(column).reference();
        if (value == null || reference instanceof Reference.Part) {
            return CatalogSql.NULL;
        }
        if (reference instanceof Reference.Objects to) {
            return objects(to.catalog(), value);
        }
        if (reference instanceof Reference.AnyObject any) {
            return anyObject(row, any, Long.parseLong(value));
        }
        return reference instanceof Reference.ColumnNumbers of
                ? columns(row, column, row.oidIn(of.tableColumn()))
                : PrintedExpression.readBack(value);
    }

    private String objects(String catalog, String value) {
        return lists.computeIfAbsent(catalog, any -> new HashMap<>())
                .computeIfAbsent(value, any -> CatalogRow.numbers(value)
                        .map(oid -> name(catalog, oid))
                        .collect(Collectors.joining(", ")));
    }

    private String anyObject(CatalogRow row, Reference.AnyObject any, long oid) {
        String catalog = foreign.catalog(row.oidIn(any.classColumn()));
        int number = any.subColumn() < 0 ? 0 : (int) row.oidIn(any.subColumn());
        String name = name(catalog, oid);
        return number == 0 ? name : name + "." + column(oid, number);
    }

    private String columns(CatalogRow row, int column, long table) {
        String value = String.valueOf(row.value(column));
        Stream<String> names = CatalogRow.numbers(value).map(number -> column(table, number.intValue()));
        return (hasOrder(row, column) ? names : names.sorted()).collect(Collectors.joining(", "));
    }

    /** Returns whether the order of columns means something; otherwise it is that of the table. */
    private static boolean hasOrder(CatalogRow row, int column) {
        return switch (row.table().columns().get(column).name()) {
            case "stxkeys", "prattrs" -> false;
            case "conkey" -> !row.value("contype").equals("c");
            default -> true;
        };
    }

    private String column(long table, int number) {
        return number == 0 ? NONE : rows.columnName(table, number).orElse("column " + number);
    }
}
