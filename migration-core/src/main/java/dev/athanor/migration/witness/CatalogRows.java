package dev.athanor.migration.witness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the rows of the catalogs, and finds those that belong together. */
final class CatalogRows {

    private static final String CLASS = "pg_class";
    private static final String TYPE = "pg_type";

    /** Identifies an object by the oid of its catalog and its own. */
    record Address(long catalog, long oid) {}

    private final Map<Bucket, List<CatalogRow>> buckets = new HashMap<>();
    private final Map<String, Map<Long, CatalogRow>> byOid = new HashMap<>();
    private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();
    private final Map<Long, Long> tablesOfIndexes = new HashMap<>();
    private final Map<Long, Long> elementsOfArrays = new HashMap<>();
    private final Map<Long, Long> tablesOfSequences = new HashMap<>();
    private final Set<Long> identitySequences = new HashSet<>();
    private final Set<Address> members = new HashSet<>();

    /** Puts the rows of some buckets in the place of those that were there. */
    void replace(Set<Bucket> replaced, Map<Bucket, List<CatalogRow>> rows) {
        for (Bucket bucket : replaced) {
            List<CatalogRow> gone = buckets.remove(bucket);
            if (gone != null) {
                gone.forEach(this::remove);
            }
        }
        rows.values().forEach(some -> some.forEach(this::add));
        buckets.putAll(rows);
    }

    private void remove(CatalogRow row) {
        byOid.getOrDefault(row.table().name(), new HashMap<>()).remove(row.oid());
        switch (row.table().name()) {
            case "pg_attribute" ->
                columnNames.getOrDefault(row.oidIn("attrelid"), new TreeMap<>()).remove(row.number());
            case "pg_index" -> tablesOfIndexes.remove(row.oidIn("indexrelid"));
            case TYPE -> elementsOfArrays.remove(row.oidIn("typarray"));
            case "pg_depend" -> removeDependency(row);
            default -> {}
        }
    }

    private void removeDependency(CatalogRow row) {
        long object = row.oidIn("objid");
        if (row.value("deptype").equals("e")) {
            members.remove(new Address(row.oidIn("classid"), object));
        } else if (row.value("classid").equals(row.value("refclassid"))) {
            tablesOfSequences.remove(object);
            identitySequences.remove(object);
        }
    }

    private void add(CatalogRow row) {
        if (row.oid() != 0) {
            byOid.computeIfAbsent(row.table().name(), any -> new HashMap<>()).put(row.oid(), row);
        }
        switch (row.table().name()) {
            case "pg_attribute" ->
                columnNames
                        .computeIfAbsent(row.oidIn("attrelid"), any -> new TreeMap<>())
                        .put(row.number(), row.value("attname"));
            case "pg_index" -> tablesOfIndexes.put(row.oidIn("indexrelid"), row.oidIn("indrelid"));
            case TYPE -> elementsOfArrays.put(row.oidIn("typarray"), row.oid());
            case "pg_depend" -> addDependency(row);
            default -> {}
        }
    }

    private void addDependency(CatalogRow row) {
        String type = row.value("deptype");
        if (type.equals("e")) {
            members.add(new Address(row.oidIn("classid"), row.oidIn("objid")));
        } else if ((type.equals("a") || type.equals("i"))
                && !row.value("refobjsubid").equals("0")
                && row.value("classid").equals(row.value("refclassid"))) {
            tablesOfSequences.put(row.oidIn("objid"), row.oidIn("refobjid"));
            if (type.equals("i")) {
                identitySequences.add(row.oidIn("objid"));
            }
        }
    }

    /** Returns the rows of a bucket. */
    List<CatalogRow> in(Bucket bucket) {
        return buckets.getOrDefault(bucket, List.of());
    }

    /** Returns all buckets that have rows. */
    Set<Bucket> buckets() {
        return Set.copyOf(buckets.keySet());
    }

    /** Returns the objects that depend on one of these relations. */
    Set<Address> dependentsOf(Set<Long> relations) {
        Set<Address> dependents = new HashSet<>();
        for (List<CatalogRow> some : buckets.values()) {
            for (CatalogRow row : some) {
                if (row.isOf("pg_depend") && relations.contains(row.oidIn("refobjid"))) {
                    dependents.add(new Address(row.oidIn("classid"), row.oidIn("objid")));
                }
            }
        }
        return dependents;
    }

    @Nullable CatalogRow find(String catalog, long oid) {
        return byOid.getOrDefault(catalog, Map.of()).get(oid);
    }

    /** Returns the name of a column of a table by its number. */
    Optional<String> columnName(long table, int number) {
        return Optional.ofNullable(columnNames.getOrDefault(table, Map.of()).get(number));
    }

    /** Returns whether a sequence belongs to an identity column. */
    boolean isOfIdentity(CatalogRow row) {
        return identitySequences.contains(row.oid());
    }

    /** Returns whether a row belongs to an extension, itself or with what it is a part of. */
    boolean isOfExtension(CatalogRow row) {
        CatalogRow part = row;
        while (part != null) {
            if (members.contains(new Address(part.table().oid(), part.oid()))) {
                return true;
            }
            part = container(part);
        }
        return false;
    }

    /** Returns the row of the object that a row is a part of, such as the table of a column, if there is one. */
    @Nullable CatalogRow container(CatalogRow row) {
        return switch (row.table().name()) {
            case CLASS -> relationContainer(row);
            case TYPE -> typeContainer(row);
            case "pg_trigger" -> triggerContainer(row);
            case "pg_cast", "pg_transform", "pg_proc" -> null;
            default -> row.table().namespace() >= 0 ? null : keyContainer(row);
        };
    }

    private @Nullable CatalogRow relationContainer(CatalogRow row) {
        Long table = tablesOfIndexes.get(row.oid());
        if (table == null && row.value("relkind").equals("S")) {
            table = tablesOfSequences.get(row.oid());
        }
        return table == null ? null : find(CLASS, table);
    }

    /** Returns the constraint of a trigger that the server created for one, or the table. */
    private @Nullable CatalogRow triggerContainer(CatalogRow row) {
        CatalogRow constraint =
                row.value("tgisinternal").equals("true") ? find("pg_constraint", row.oidIn("tgconstraint")) : null;
        return constraint == null ? keyContainer(row) : constraint;
    }

    private @Nullable CatalogRow typeContainer(CatalogRow row) {
        long relation = row.oidIn("typrelid");
        Long element = elementsOfArrays.get(row.oid());
        return relation != 0 ? find(CLASS, relation) : element != null ? find(TYPE, element) : null;
    }

    private @Nullable CatalogRow keyContainer(CatalogRow row) {
        CatalogRow container = null;
        for (int at : row.table().key()) {
            if (row.table().columns().get(at).reference() instanceof Reference.Objects to && row.oidIn(at) != 0) {
                CatalogRow found = find(to.catalog(), row.oidIn(at));
                if (found != null && (container == null || found.isOf(CLASS))) {
                    container = found;
                }
            }
        }
        return container;
    }

    /** Returns whether a row is a part of a relation that is not read, such as a TOAST table. */
    boolean isOfOther(CatalogRow row) {
        for (int at : row.table().key()) {
            if (row.table().columns().get(at).reference() instanceof Reference.Objects to
                    && to.catalog().equals(CLASS)
                    && row.oidIn(at) != 0) {
                return find(CLASS, row.oidIn(at)) == null;
            }
        }
        return false;
    }
}
