package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the dependencies in a schema: those that the server reports, and those that follow from the definitions. */
final class DependencyGraph {

    private final Set<Dependency> all = new TreeSet<>();
    private final Map<QualifiedName, Table> tables = new HashMap<>();

    private DependencyGraph(Schema schema) {
        schema.tables().forEach(table -> tables.put(table.name(), table));
        schema.dependencies().forEach(this::addServers);
        schema.tables().forEach(this::addTable);
        schema.all(Sequence.class).forEach(this::addOwner);
        schema.all(Trigger.class).forEach(trigger -> {
            add(trigger.object(), SchemaObjects.table(trigger.table()));
            add(trigger.object(), SchemaObjects.view(trigger.table()));
            add(trigger.object(), SchemaObjects.of(ObjectKind.FOREIGN_TABLE, trigger.table()));
        });
        schema.all(ScriptedObject.class).forEach(this::addScripted);
        Inventory.of(schema).names().forEach(this::addNamespace);
    }

    static Set<Dependency> of(Schema schema) {
        return new DependencyGraph(schema).all;
    }

    private void add(SchemaObject dependent, SchemaObject on) {
        all.add(new Dependency(dependent, on));
    }

    /**
     * Adds a dependency that the server reports. If a column depends on a function or a sequence, its default depends
     * on it; if it depends on a type, both may.
     */
    private void addServers(Dependency dependency) {
        SchemaObject dependent = dependency.dependent();
        if (dependent.kind() != ObjectKind.COLUMN || dependent.part() == null) {
            all.add(dependency);
            return;
        }
        ObjectKind on = dependency.on().kind();
        add(SchemaObjects.value(dependent.name(), dependent.part()), dependency.on());
        if (on.isType() || on == ObjectKind.COLLATION || on == ObjectKind.COLUMN || on == ObjectKind.TABLE) {
            all.add(dependency);
        }
    }

    private void addTable(Table table) {
        SchemaObject key = SchemaObjects.table(table.name());
        for (Column column : table.columns()) {
            add(SchemaObjects.column(table.name(), column.name()), key);
            add(SchemaObjects.value(table.name(), column.name()), SchemaObjects.column(table.name(), column.name()));
        }
        table.parents().forEach(parent -> {
            add(key, SchemaObjects.table(parent));
            inherited(parent)
                    .forEach(column ->
                            add(SchemaObjects.column(table.name(), column), SchemaObjects.column(parent, column)));
        });
        table.constraints().forEach(constraint -> addConstraint(table, constraint));
        table.indexes().forEach(index -> addIndex(table, index));
    }

    /** Returns the columns that a table passes on to its children, including those that it inherits itself. */
    private Set<String> inherited(QualifiedName name) {
        Set<String> columns = new TreeSet<>();
        Table table = tables.get(name);
        if (table != null) {
            table.columns().forEach(column -> columns.add(column.name()));
            table.parents().forEach(parent -> columns.addAll(inherited(parent)));
        }
        return columns;
    }

    private void addConstraint(Table table, Constraint constraint) {
        SchemaObject key = SchemaObjects.constraint(table.name(), constraint.name());
        add(key, SchemaObjects.table(table.name()));
        Constraints.columns(constraint).forEach(column -> add(key, SchemaObjects.column(table.name(), column)));
        Constraints.included(constraint).forEach(column -> add(key, SchemaObjects.column(table.name(), column)));
        if (constraint instanceof ForeignKey foreign) {
            addReferenced(key, foreign);
        } else if (constraint instanceof Check) {
            addMerged(table, key);
        }
    }

    /**
     * Adds what follows from a check that a parent declares too: the parent's is dropped before that of the child, since
     * an inherited one cannot be dropped, and added after it.
     */
    private void addMerged(Table table, SchemaObject key) {
        for (QualifiedName parent : table.parents()) {
            Table declaring = tables.get(parent);
            if (declaring != null) {
                declaring.constraints().stream()
                        .filter(check -> check instanceof Check && check.name().equals(key.part()))
                        .forEach(check -> add(SchemaObjects.constraint(parent, check.name()), key));
                addMerged(declaring, key);
            }
        }
    }

    private void addReferenced(SchemaObject key, ForeignKey foreign) {
        QualifiedName referenced = foreign.referencedTable();
        add(key, SchemaObjects.table(referenced));
        foreign.referencedColumns().forEach(column -> add(key, SchemaObjects.column(referenced, column)));
        Table table = tables.get(referenced);
        if (table != null) {
            keysOn(table, foreign.referencedColumns()).forEach(on -> add(key, on));
        }
    }

    /**
     * Returns the constraints and unique indexes on which a foreign key to these columns can rely, and the columns that
     * their indexes include: PostgreSQL builds the index anew if the type of one changes, which the key prevents.
     */
    private static Set<SchemaObject> keysOn(Table table, List<String> columns) {
        Set<SchemaObject> keys = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (Constraints.isKey(constraint) && sameColumns(Constraints.columns(constraint), columns)) {
                keys.add(SchemaObjects.constraint(table.name(), constraint.name()));
                Constraints.included(constraint)
                        .forEach(column -> keys.add(SchemaObjects.column(table.name(), column)));
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique() && sameColumns(Constraints.columns(index), columns)) {
                keys.add(SchemaObjects.index(table.name(), index.name()));
                index.include().forEach(column -> keys.add(SchemaObjects.column(table.name(), column)));
            }
        }
        return keys;
    }

    private static boolean sameColumns(List<String> some, List<String> others) {
        return some.size() == others.size() && Set.copyOf(some).equals(Set.copyOf(others));
    }

    private void addIndex(Table table, Index index) {
        SchemaObject key = SchemaObjects.index(table.name(), index.name());
        add(key, SchemaObjects.table(table.name()));
        Constraints.columns(index).forEach(column -> add(key, SchemaObjects.column(table.name(), column)));
        index.include().forEach(column -> add(key, SchemaObjects.column(table.name(), column)));
    }

    private void addOwner(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        if (owner != null) {
            add(SchemaObjects.owner(sequence), sequence.object());
            add(SchemaObjects.owner(sequence), SchemaObjects.table(owner.table()));
            add(SchemaObjects.owner(sequence), SchemaObjects.column(owner.table(), owner.column()));
        }
    }

    /** Adds the publication of a schema, which the servers before PostgreSQL 15 do not know. */
    private void addScripted(ScriptedObject one) {
        SchemaObject object = one.object();
        if (object.kind() == ObjectKind.PUBLICATION_SCHEMA) {
            add(object, SchemaObjects.of(ObjectKind.PUBLICATION, object.name()));
        }
    }

    private void addNamespace(SchemaObject object) {
        String schema = object.name().schema();
        if (schema != null) {
            add(object, SchemaObjects.schema(schema));
        }
    }
}
