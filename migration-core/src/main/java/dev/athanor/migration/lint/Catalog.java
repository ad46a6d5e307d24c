package dev.athanor.migration.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what the catalogs say at one moment, as far as the rules need it.
 *
 * @param relations the relations by their oid
 * @param types the enums and domains by their oid
 * @param schemas the names of the schemas by their oid
 */
record Catalog(Map<Long, Relation> relations, Map<Long, Type> types, Map<Long, String> schemas) {

    static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Map.of());

    /**
     * Represents a relation.
     *
     * @param kind as in {@code pg_class.relkind}
     * @param file the number of the file; another number after a statement means that the relation was written anew
     * @param owner the table of an index or TOAST table, or 0
     * @param parent the partitioned table of a partition, or 0
     * @param columns the columns by their number
     * @param index what only indexes have
     */
    record Relation(
            long oid,
            String schema,
            String name,
            char kind,
            long file,
            long owner,
            long parent,
            Map<Integer, Column> columns,
            List<Constraint> constraints,
            Optional<Index> index) {

        boolean isTable() {
            return kind == 'r' || kind == 'p' || kind == 'f';
        }

        boolean isMaterializedView() {
            return kind == 'm';
        }

        boolean isIndex() {
            return kind == 'i' || kind == 'I';
        }

        boolean holdsRows() {
            return isTable() || isMaterializedView();
        }

        boolean isPartition() {
            return parent != 0;
        }

        /** Returns whether users read it by name: a table, view or materialized view. */
        boolean isReadable() {
            return holdsRows() || kind == 'v';
        }

        Optional<Column> column(String column) {
            return columns.values().stream()
                    .filter(each -> each.name().equals(column))
                    .findFirst();
        }

        Optional<Constraint> constraint(long constraint) {
            return constraints.stream().filter(each -> each.oid() == constraint).findFirst();
        }

        String label() {
            return schema + "." + name;
        }
    }

    /**
     * Represents a column.
     *
     * @param generated whether its values are computed from other columns
     */
    record Column(
            int number,
            String name,
            String type,
            boolean notNull,
            boolean hasDefault,
            boolean identity,
            boolean generated) {

        /** Returns whether an INSERT that does not name the column fails. */
        boolean isRequired() {
            return notNull && !hasDefault && !identity && !generated;
        }
    }

    /**
     * Represents a constraint of a table.
     *
     * @param kind as in {@code pg_constraint.contype}
     * @param foreign the referenced table, or 0
     * @param columns the numbers of the columns
     * @param index the index that the constraint uses, or 0
     */
    record Constraint(
            long oid, String name, char kind, boolean validated, long foreign, List<Integer> columns, long index) {}

    /**
     * Represents what only indexes have.
     *
     * @param keys the number of key columns
     * @param columns the numbers of all columns, 0 for an expression
     * @param signature equal for indexes that do the same work
     * @param partial whether the index covers only some rows
     */
    record Index(boolean valid, int keys, List<Integer> columns, String signature, boolean partial) {}

    /**
     * Represents an enum or a domain.
     *
     * @param labels the values of an enum by their oid
     * @param checks the constraints of a domain by their oid, each with whether it is validated
     * @param notNull whether a domain is NOT NULL
     */
    record Type(String schema, String name, Map<Long, String> labels, Map<Long, Boolean> checks, boolean notNull) {}

    Optional<Relation> relation(long oid) {
        return Optional.ofNullable(relations.get(oid));
    }

    /** Returns the relation with a name, whatever its kind. */
    Optional<Relation> named(String schema, String name) {
        return relations.values().stream()
                .filter(each -> each.name().equals(name) && each.schema().equals(schema))
                .findFirst();
    }

    Stream<Relation> indexesOf(long table) {
        return relations.values().stream().filter(each -> each.isIndex() && each.owner() == table);
    }

    /** Returns the partitioned table at the top of the partitions to which a relation belongs. */
    Relation root(Relation relation) {
        Relation top = relation;
        while (top.parent() != 0 && relations.containsKey(top.parent())) {
            top = relations.get(top.parent());
        }
        return top;
    }

    /** Returns the relations that this catalog has and the other does not. */
    List<Relation> without(Catalog other) {
        return relations.values().stream()
                .filter(each -> !other.relations.containsKey(each.oid()))
                .sorted((one, two) -> Long.compare(one.oid(), two.oid()))
                .toList();
    }

    /**
     * Returns the catalog after a statement.
     *
     * @param touched the relations that the statement may have changed
     * @param read those of them that are still there, with their indexes and TOAST tables
     */
    Catalog changed(Set<Long> touched, Collection<Relation> read, Catalog rest) {
        Map<Long, Relation> all = relations.values().stream()
                .filter(each -> !touched.contains(each.oid()) && !touched.contains(each.owner()))
                .collect(Collectors.toMap(Relation::oid, each -> each, (one, two) -> one, HashMap::new));
        read.forEach(each -> all.put(each.oid(), each));
        return new Catalog(all, rest.types, rest.schemas);
    }
}
