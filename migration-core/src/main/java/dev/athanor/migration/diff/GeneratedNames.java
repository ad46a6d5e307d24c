package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.RelationSettings;
import dev.athanor.migration.schema.RelationSettings.ReplicaIdentity;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import dev.athanor.migration.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Detects names of constraints and indexes that nobody chose: PostgreSQL's own, and those that Hibernate derives from a
 * hash.
 *
 * <p>A wanted constraint or index with such a name adopts the name of an existing one with the same structure.
 */
final class GeneratedNames {

    private static final Pattern HASHED = Pattern.compile("(?i)(?:fk|uk|uc|idx|ck)_?[0-9a-z]{16,32}");
    private static final Pattern ENDING = Pattern.compile(".*_(?:pkey|key|fkey|check|excl|idx|not_null)\\d*");

    private final Map<QualifiedName, Table> there;
    private final Map<SchemaObject, SchemaObject> renamed = new HashMap<>();

    private GeneratedNames(Schema from) {
        this.there = from.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    static Schema adopt(Schema from, Schema to) {
        GeneratedNames names = new GeneratedNames(from);
        List<Table> tables = to.tables().stream().map(names::table).toList();
        Schema adopted = to.with(Table.class, tables);
        return adopted.withDependencies(
                        to.dependencies().stream().map(names::dependency).toList())
                .withSettings(to.settings().withObjects(names.settings(to.settings())));
    }

    private Map<SchemaObject, ObjectSettings> settings(SchemaSettings settings) {
        Map<SchemaObject, ObjectSettings> named = new HashMap<>();
        settings.objects()
                .forEach((object, one) -> named.put(
                        object(object), one instanceof RelationSettings relation ? named(object, relation) : one));
        return named;
    }

    private RelationSettings named(SchemaObject relation, RelationSettings settings) {
        String index = settings.replicaIdentity().index();
        String clusteredOn = settings.clusteredOn();
        return settings.withClusteredOn(clusteredOn == null ? null : indexName(relation, clusteredOn))
                .withReplicaIdentity(
                        index == null ? settings.replicaIdentity() : ReplicaIdentity.using(indexName(relation, index)));
    }

    private String indexName(SchemaObject relation, String index) {
        SchemaObject constraint = SchemaObjects.constraint(relation.name(), index);
        SchemaObject named = renamed.containsKey(constraint)
                ? object(constraint)
                : object(SchemaObjects.index(relation.name(), index));
        return String.valueOf(named.part());
    }

    static boolean isGenerated(QualifiedName table, String name) {
        return HASHED.matcher(name).matches() || ENDING.matcher(name).matches() && name.startsWith(start(table.name()));
    }

    /** Returns the part of a table's name that PostgreSQL always keeps in a generated name that it has to shorten. */
    private static String start(String table) {
        return table.substring(0, Math.min(table.length(), 20));
    }

    private Table table(Table all) {
        Table table = there.get(all.name());
        if (table == null) {
            return all;
        }
        Table wanted = NotNullConstraints.adopted(all, table);
        Map<Constraint, Constraint> constraints = new HashMap<>();
        new Renames.Matching<>(Constraint::name, Constraints::structure)
                .pairs(table.constraints(), wanted.constraints())
                .forEach((before, after) -> constraints.put(after, before));
        Map<Index, Index> indexes = new HashMap<>();
        new Renames.Matching<>(Index::name, Constraints::structure)
                .pairs(table.indexes(), wanted.indexes())
                .forEach((before, after) -> indexes.put(after, before));
        return wanted.withConstraints(wanted.constraints().stream()
                        .map(one -> constraint(wanted, one, constraints.getOrDefault(one, one)))
                        .toList())
                .withIndexes(wanted.indexes().stream()
                        .map(one -> index(wanted, one, indexes.getOrDefault(one, one)))
                        .toList());
    }

    private Constraint constraint(Table table, Constraint wanted, Constraint same) {
        if (!isGenerated(table.name(), wanted.name())) {
            return wanted;
        }
        renamed.put(
                SchemaObjects.constraint(table.name(), wanted.name()),
                SchemaObjects.constraint(table.name(), same.name()));
        return Constraints.named(wanted, same.name());
    }

    private Index index(Table table, Index wanted, Index same) {
        if (!isGenerated(table.name(), wanted.name())) {
            return wanted;
        }
        renamed.put(SchemaObjects.index(table.name(), wanted.name()), SchemaObjects.index(table.name(), same.name()));
        return wanted.withName(same.name());
    }

    private Dependency dependency(Dependency one) {
        return new Dependency(object(one.dependent()), object(one.on()));
    }

    private SchemaObject object(SchemaObject one) {
        boolean rule = one.kind() == ObjectKind.CONSTRAINT || one.kind() == ObjectKind.INDEX;
        return rule ? renamed.getOrDefault(one, one) : one;
    }
}
