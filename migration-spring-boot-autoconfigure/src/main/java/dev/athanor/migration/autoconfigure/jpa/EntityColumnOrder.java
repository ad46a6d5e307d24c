package dev.athanor.migration.autoconfigure.jpa;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.ColumnOrderingStrategyStandard;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Orders the columns of a table as a person would: the key first, then the fields as the classes declare them, those
 * of a
 * superclass before its own, and an embedded object's in its place.
 *
 * <p>Hibernate orders them by size and name. Only the order within {@code CREATE TABLE} is another one: constraints and
 * composite types keep that of the application.
 */
final class EntityColumnOrder extends ColumnOrderingStrategyStandard {

    @Override
    public List<Column> orderTableColumns(Table table, Metadata metadata) {
        OrderedColumns columns = new OrderedColumns(table);
        List<PersistentClass> entities = entities(metadata);
        entities.forEach(columns::addKey);
        metadata.getCollectionBindings().stream()
                .sorted(Comparator.comparing(Collection::getRole))
                .filter(collection -> collection.getCollectionTable() == table && !collection.isOneToMany())
                .forEach(columns::addCollection);
        if (table.getPrimaryKey() != null) {
            columns.found.addAll(table.getPrimaryKey().getColumns());
        }
        entities.forEach(columns::addFields);
        columns.found.addAll(super.orderTableColumns(table, metadata));
        return columns.found.stream()
                .map(table::getColumn)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Superclasses first. */
    private static List<PersistentClass> entities(Metadata metadata) {
        return metadata.getEntityBindings().stream()
                .sorted(Comparator.comparingInt(EntityColumnOrder::depth).thenComparing(PersistentClass::getEntityName))
                .toList();
    }

    private static int depth(PersistentClass entity) {
        PersistentClass parent = entity.getSuperclass();
        return parent == null ? 0 : depth(parent) + 1;
    }

    /** Collects the columns of one table that have been found so far. */
    private static final class OrderedColumns {

        private final Table table;
        private final Set<Column> found = new LinkedHashSet<>();

        OrderedColumns(Table table) {
            this.table = table;
        }

        void addKey(PersistentClass entity) {
            add(entity.getIdentifier());
            add(entity.getKey());
            entity.getJoins().forEach(join -> add(join.getKey()));
            add(entity.getDiscriminator());
        }

        void addFields(PersistentClass entity) {
            Class<?> type = entity.getClassName() == null ? null : entity.getMappedClass();
            Stream<Property> joined =
                    entity.getJoins().stream().map(Join::getProperties).flatMap(List::stream);
            Stream<Property> all = Stream.concat(entity.getProperties().stream(), joined);
            declared(all.toList(), type).forEach(property -> add(property.getValue()));
        }

        void addCollection(Collection collection) {
            add(collection.getKey());
            if (collection instanceof IndexedCollection indexed) {
                add(indexed.getIndex());
            }
            add(collection.getElement());
        }

        private void add(@Nullable Value value) {
            if (value instanceof Component component) {
                Class<?> type = component.getComponentClassName() == null ? null : component.getComponentClass();
                declared(component.getProperties(), type).forEach(property -> add(property.getValue()));
            } else if (value != null && isIn(value.getTable())) {
                for (Selectable selectable : value.getSelectables()) {
                    if (selectable instanceof Column column) {
                        found.add(column);
                    }
                }
            }
        }

        /**
         * Returns whether a table has the columns of another one: with a table per class, a table has the columns of
         * its superclasses, too.
         */
        private boolean isIn(Table other) {
            Table one = table;
            while (one != other && one instanceof DenormalizedTable denormalized) {
                one = denormalized.getIncludedTable();
            }
            return one == other;
        }

        /** Returns the properties in the order of the fields; properties without a field of their name follow. */
        private static List<Property> declared(List<Property> properties, @Nullable Class<?> type) {
            Map<String, Integer> places = new HashMap<>();
            for (Class<?> one : hierarchy(type)) {
                for (Field field : one.getDeclaredFields()) {
                    places.putIfAbsent(field.getName(), places.size());
                }
            }
            return properties.stream()
                    .sorted(Comparator.comparingInt(
                            property -> places.getOrDefault(property.getName(), Integer.MAX_VALUE)))
                    .toList();
        }

        private static List<Class<?>> hierarchy(@Nullable Class<?> type) {
            List<Class<?>> classes = new ArrayList<>();
            for (Class<?> one = type; one != null; one = one.getSuperclass()) {
                classes.add(0, one);
            }
            return classes;
        }
    }
}
