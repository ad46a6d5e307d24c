package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SettingsOperation.AlterColumnSettings;
import dev.athanor.migration.operation.SettingsOperation.AlterIndexSettings;
import dev.athanor.migration.operation.SettingsOperation.AlterRelationSettings;
import dev.athanor.migration.operation.SettingsOperation.ChangeAccess;
import dev.athanor.migration.operation.SettingsOperation.ChangeDefaultPrivileges;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.AccessControl;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.DefaultPrivileges;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.FiringSettings;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.RelationSettings;
import dev.athanor.migration.schema.RelationSettings.ReplicaIdentity;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans what gives objects their settings, owners and privileges, behind the operations that create and alter the
 * objects themselves.
 *
 * <p>Each direction has a plan of its own: an object that the operations create anew gets everything again, whatever
 * made it give way, and another object gets what differs.
 */
final class SettingsPlan {

    private final Schema from;
    private final Schema to;
    private final Inventory before;
    private final Inventory after;
    private final Made made;
    private final Made later;

    private SettingsPlan(Schema from, Schema to, Made made, Made later) {
        this.from = from;
        this.to = to;
        this.before = Inventory.of(from);
        this.after = Inventory.of(to);
        this.made = made;
        this.later = later;
    }

    /** Adds what follows the operations that lead from one schema to the other. */
    static List<Operation> complete(List<Operation> operations, Schema from, Schema to) {
        return complete(operations, List.of(), from, to);
    }

    /**
     * Adds what follows the operations that lead from one schema to the other.
     *
     * @param later the operations that follow in another revision, in which what needs them is left for
     */
    static List<Operation> complete(List<Operation> operations, List<Operation> later, Schema from, Schema to) {
        List<Operation> all = new ArrayList<>(operations);
        new SettingsPlan(from, to, Made.by(operations), Made.by(later)).addTo(all);
        return all;
    }

    /** Adds what operations need that run when everything else is as wanted. */
    static List<Operation> completeLater(List<Operation> later, Schema to) {
        List<Operation> all = new ArrayList<>(later);
        new SettingsPlan(to, to, Made.by(later), Made.by(List.of())).addTo(all);
        return all;
    }

    private void addTo(List<Operation> operations) {
        SchemaSettings wanted = to.settings();
        SortedSet<SchemaObject> objects =
                new TreeSet<>(from.settings().objects().keySet());
        objects.addAll(wanted.objects().keySet());
        List.copyOf(objects).forEach(object -> objects.add(made.now(object)));
        for (SchemaObject object : objects) {
            if (exists(to, after, object) && !later.objects.contains(object)) {
                operation(object).ifPresent(operations::add);
            }
        }
        addAccess(operations);
    }

    private Optional<Operation> operation(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE, VIEW -> relation(object);
            case COLUMN -> column(object);
            case INDEX, CONSTRAINT -> index(object);
            case TRIGGER -> firing(object);
            case SCHEMA,
                    EXTENSION,
                    ENUM_TYPE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    SEQUENCE,
                    FUNCTION,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> Optional.empty();
        };
    }

    private Optional<Operation> relation(SchemaObject object) {
        RelationSettings former = isNew(object)
                ? RelationSettings.NONE
                : made.left(object, from.settings().relation(object), after);
        RelationSettings wanted = later.without(object, to.settings().relation(object), former);
        return former.equals(wanted)
                ? Optional.empty()
                : Optional.of(new AlterRelationSettings(name(object), former, wanted));
    }

    private Optional<Operation> column(SchemaObject object) {
        ColumnSettings former =
                isNew(object) ? initialColumn(object) : from.settings().column(object);
        if (made.retyped.contains(object)) {
            former = former.withStorage(null, null);
        }
        ColumnSettings wanted = to.settings().column(object);
        return former.equals(wanted)
                ? Optional.empty()
                : Optional.of(new AlterColumnSettings(
                        name(relation(after, object)), Objects.requireNonNull(object.part()), former, wanted));
    }

    /** Returns what a new column has: that of its parent, if the parent was there before, or nothing. */
    private ColumnSettings initialColumn(SchemaObject object) {
        return after.get(SchemaObjects.table(object.name())) instanceof Table table
                ? table.parents().stream()
                        .map(parent -> SchemaObjects.column(parent, Objects.requireNonNull(object.part())))
                        .filter(parent -> !isNew(parent) && !made.retyped.contains(parent))
                        .map(parent -> from.settings().column(parent))
                        .map(parent -> ColumnSettings.NONE.withStorage(parent.storage(), parent.compression()))
                        .filter(parent -> !parent.equals(ColumnSettings.NONE))
                        .findFirst()
                        .orElse(ColumnSettings.NONE)
                : ColumnSettings.NONE;
    }

    private Optional<Operation> index(SchemaObject object) {
        IndexSettings former =
                isNew(object) ? IndexSettings.NONE : from.settings().index(made.before(object));
        IndexSettings wanted = to.settings().index(object);
        if (made.retypes(object.name())) {
            former = rebuilt(former, wanted);
        }
        return former.equals(wanted)
                ? Optional.empty()
                : Optional.of(new AlterIndexSettings(
                        object.name().sibling(Objects.requireNonNull(object.part())), former, wanted));
    }

    /**
     * Returns the settings of an index that PostgreSQL builds anew for another type of a column. As it may keep or lose
     * what it had, everything that is wanted is set again.
     */
    private static IndexSettings rebuilt(IndexSettings former, IndexSettings wanted) {
        Map<Integer, Integer> statistics = new HashMap<>(former.statistics());
        statistics.keySet().removeAll(wanted.statistics().keySet());
        return new IndexSettings(statistics, former.tablespace(), wanted.comment() == null ? former.comment() : null);
    }

    /** Returns the change of a trigger of a partition, which fires as that of its parent does until it is told otherwise. */
    private Optional<Operation> firing(SchemaObject object) {
        String trigger = Objects.requireNonNull(object.part());
        Firing ofParent = inherited(after, object);
        boolean follows = isNew(object) || made.triggers.contains(trigger);
        Firing former = follows ? ofParent : firing(from, object).orElseGet(() -> inherited(before, object));
        Firing wanted = firing(to, object).orElse(ofParent);
        return former == wanted
                ? Optional.empty()
                : Optional.of(new SetTriggerFiring(trigger, object.name(), former, wanted));
    }

    private static Optional<Firing> firing(Schema schema, SchemaObject trigger) {
        return schema.settings().objects().get(trigger) instanceof FiringSettings known
                ? Optional.of(known.firing())
                : Optional.empty();
    }

    private static Firing inherited(Inventory inventory, SchemaObject trigger) {
        if (inventory.get(trigger) instanceof Trigger known) {
            return known.firing();
        }
        return inventory.get(SchemaObjects.table(trigger.name())) instanceof Table table
                ? table.parents().stream()
                        .map(parent ->
                                inherited(inventory, new SchemaObject(ObjectKind.TRIGGER, parent, trigger.part())))
                        .findFirst()
                        .orElse(Firing.ENABLE)
                : Firing.ENABLE;
    }

    private boolean isNew(SchemaObject object) {
        return made.objects.contains(object)
                || object.kind().isOnTable() && made.objects.contains(relation(after, object))
                || !exists(from, before, made.before(object));
    }

    /** Returns whether a schema has an object, or the relation that has inherited it. */
    private static boolean exists(Schema schema, Inventory inventory, SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN -> inventory.has(object) || inherits(schema, inventory, object);
            case TRIGGER -> inventory.has(SchemaObjects.table(object.name()));
            default -> inventory.has(object);
        };
    }

    private static boolean inherits(Schema schema, Inventory inventory, SchemaObject column) {
        if (!(inventory.get(SchemaObjects.table(column.name())) instanceof Table table)) {
            return inventory.has(SchemaObjects.view(column.name()))
                    || inventory.has(SchemaObject.of(ObjectKind.COMPOSITE_TYPE, column.name()));
        }
        return table.parents().stream()
                .map(parent -> SchemaObjects.column(parent, Objects.requireNonNull(column.part())))
                .anyMatch(parent -> exists(schema, inventory, parent));
    }

    private static SchemaObject relation(Inventory inventory, SchemaObject part) {
        SchemaObject view = SchemaObjects.view(part.name());
        SchemaObject type = SchemaObject.of(ObjectKind.COMPOSITE_TYPE, part.name());
        return inventory.has(view) ? view : inventory.has(type) ? type : SchemaObjects.table(part.name());
    }

    private void addAccess(List<Operation> operations) {
        AccessControl former = from.settings().access();
        AccessControl wanted = to.settings().access();
        SortedSet<SchemaObject> objects = new TreeSet<>(made.objects);
        objects.addAll(former.objects().keySet());
        objects.addAll(wanted.objects().keySet());
        for (SchemaObject object : objects) {
            Optional<Access> own = wanted.of(object).filter(any -> after.has(object));
            Optional<Access> there = isNew(object) ? former.initial(object) : former.of(object);
            if (own.isPresent() && !own.equals(there)) {
                operations.add(new ChangeAccess(name(object), there.orElseThrow(), own.get()));
            }
        }
        SortedSet<DefaultPrivileges.Key> keys = new TreeSet<>(former.defaults().keySet());
        keys.addAll(wanted.defaults().keySet());
        for (DefaultPrivileges.Key key : keys) {
            if (!former.defaults(key).equals(wanted.defaults(key))) {
                operations.add(new ChangeDefaultPrivileges(
                        new DefaultPrivileges(key, former.defaults(key)),
                        new DefaultPrivileges(key, wanted.defaults(key))));
            }
        }
    }

    private ObjectName name(SchemaObject object) {
        SchemaElement element = after.get(object);
        return switch (object.kind()) {
            case VIEW ->
                ObjectName.of(
                        element instanceof View view && view.materialized()
                                ? ObjectName.Kind.MATERIALIZED_VIEW
                                : ObjectName.Kind.VIEW,
                        object.name());
            case SEQUENCE -> ObjectName.of(ObjectName.Kind.SEQUENCE, object.name());
            case ENUM_TYPE, COMPOSITE_TYPE -> ObjectName.of(ObjectName.Kind.TYPE, object.name());
            case DOMAIN -> ObjectName.of(ObjectName.Kind.DOMAIN, object.name());
            case SCHEMA -> ObjectName.schema(object.name().name());
            case FUNCTION ->
                ObjectName.of(
                        element instanceof Function function && function.kind() == Function.Kind.PROCEDURE
                                ? ObjectName.Kind.PROCEDURE
                                : ObjectName.Kind.FUNCTION,
                        object.name(),
                        Objects.requireNonNull(object.part()));
            case TABLE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    TRIGGER,
                    EXTENSION,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> ObjectName.of(ObjectName.Kind.TABLE, object.name());
        };
    }

    /** Lists what operations make, and how they change what settings are about. */
    private static final class Made {

        private final Set<SchemaObject> objects = new HashSet<>();
        private final Set<SchemaObject> retyped = new HashSet<>();
        private final Set<String> triggers = new HashSet<>();
        private final Map<QualifiedName, String> renamed = new HashMap<>();
        private final Map<QualifiedName, String> formerNames = new HashMap<>();

        static Made by(List<Operation> operations) {
            Made made = new Made();
            operations.forEach(made::add);
            return made;
        }

        private void add(Operation operation) {
            if (operation instanceof CreateTable creation) {
                add(creation.table());
            } else if (operation instanceof CreateView creation) {
                add(creation.view());
            } else if (operation instanceof AddColumn addition) {
                objects.add(
                        SchemaObjects.column(addition.table(), addition.column().name()));
            } else if (operation instanceof AlterColumn alteration) {
                add(alteration);
            } else if (operation instanceof CreateIndex creation) {
                objects.add(creation.index().object(creation.table()));
            } else if (operation instanceof AddConstraint addition) {
                objects.add(SchemaObjects.constraint(
                        addition.table(), addition.constraint().name()));
            } else if (operation instanceof ReplaceConstraint replacement) {
                objects.add(SchemaObjects.constraint(
                        replacement.table(), replacement.to().name()));
            } else if (operation instanceof CreateTrigger creation) {
                triggers.add(creation.trigger().name());
            } else if (operation instanceof SetTriggerFiring change) {
                triggers.add(change.name());
            } else if (operation instanceof Rename rename) {
                add(rename);
            } else {
                addOther(operation);
            }
        }

        private void addOther(Operation operation) {
            if (operation instanceof CreateFunction creation) {
                add(creation.function());
            } else if (operation instanceof CreateSequence creation) {
                add(creation.sequence());
            } else if (operation instanceof CreateEnum creation) {
                add(creation.type());
            } else if (operation instanceof RebuildEnum rebuild) {
                add(rebuild.to());
            } else if (operation instanceof CreateDomain creation) {
                add(creation.domain());
            } else if (operation instanceof CreateComposite creation) {
                add(creation.type());
            } else if (operation instanceof CreateSchema creation) {
                add(creation.namespace());
            }
        }

        private void add(Definition definition) {
            objects.add(definition.object());
            objects.addAll(definition.parts().keySet());
        }

        private void add(AlterColumn alteration) {
            if (alteration.changes().stream().anyMatch(ColumnChange.Type.class::isInstance)) {
                retyped.add(SchemaObjects.column(alteration.table(), alteration.column()));
            }
        }

        private void add(Rename rename) {
            ObjectName object = rename.object();
            if (object.kind() == ObjectName.Kind.INDEX || object.kind() == ObjectName.Kind.CONSTRAINT) {
                renamed.put(object.name().sibling(object.ownName()), rename.to());
                formerNames.put(object.name().sibling(rename.to()), object.ownName());
            }
        }

        /** Returns the name that an index or constraint has when the operations have run. */
        SchemaObject now(SchemaObject object) {
            return named(object, renamed);
        }

        /** Returns the name that an index or constraint has before the operations run. */
        SchemaObject before(SchemaObject object) {
            return named(object, formerNames);
        }

        private static SchemaObject named(SchemaObject object, Map<QualifiedName, String> names) {
            boolean hasName = object.kind() == ObjectKind.INDEX || object.kind() == ObjectKind.CONSTRAINT;
            String name = hasName ? names.get(object.name().sibling(Objects.requireNonNull(object.part()))) : null;
            return name == null ? object : new SchemaObject(object.kind(), object.name(), name);
        }

        /** Returns whether the type of a column of a table changes, which makes PostgreSQL build its indexes anew. */
        boolean retypes(QualifiedName table) {
            return retyped.stream().anyMatch(column -> column.name().equals(table));
        }

        /** Returns what is left of the settings of a relation when the operations have run. */
        RelationSettings left(SchemaObject relation, RelationSettings settings, Inventory after) {
            String index = settings.replicaIdentity().index();
            ReplicaIdentity identity = index == null
                    ? settings.replicaIdentity()
                    : isMade(relation, index) ? ReplicaIdentity.LOST : ReplicaIdentity.using(nameNow(relation, index));
            return settings.withReplicaIdentity(identity).withClusteredOn(clusteredOn(relation, settings, after));
        }

        /** Returns the index that a relation is still clustered on; the drop of an index removes that. */
        private @Nullable String clusteredOn(SchemaObject relation, RelationSettings settings, Inventory after) {
            String index = settings.clusteredOn();
            if (index == null || isMade(relation, index)) {
                return null;
            }
            String now = nameNow(relation, index);
            boolean stays = after.has(SchemaObjects.index(relation.name(), now))
                    || after.has(SchemaObjects.constraint(relation.name(), now));
            return stays ? now : null;
        }

        private String nameNow(SchemaObject relation, String index) {
            return renamed.getOrDefault(relation.name().sibling(index), index);
        }

        /** Returns the wanted settings as far as they need none of these objects, and the former ones otherwise. */
        RelationSettings without(SchemaObject relation, RelationSettings wanted, RelationSettings former) {
            RelationSettings now = wanted;
            if (isMade(relation, wanted.replicaIdentity().index())) {
                now = now.withReplicaIdentity(former.replicaIdentity());
            }
            return isMade(relation, wanted.clusteredOn()) ? now.withClusteredOn(former.clusteredOn()) : now;
        }

        private boolean isMade(SchemaObject relation, @Nullable String index) {
            return index != null
                    && (objects.contains(SchemaObjects.index(relation.name(), index))
                            || objects.contains(SchemaObjects.constraint(relation.name(), index)));
        }
    }
}
