package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.AccessControl;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Represents the wanted schema in which everything that is undecided, and what needs it, is as in the live schema.
 *
 * @since 0.1.0
 */
public final class SettledSchema {

    private final DiffOptions options;
    private final Schema live;
    private final Schema wanted;
    private final Inventory before;
    private final Inventory after;
    private final Set<Dependency> needsBefore;
    private final Set<Dependency> needsAfter;

    /** Takes both schemas as they are compared. */
    public SettledSchema(Schema from, Schema to, DiffOptions options) {
        this.options = options;
        Schema actual = SchemaDiff.compared(from, options);
        Schema desired = SchemaDiff.compared(actual, to, options);
        this.live = Completion.of(actual, desired);
        this.wanted = Completion.of(desired, actual);
        this.before = Inventory.of(live);
        this.after = Inventory.of(wanted);
        this.needsBefore = DependencyGraph.of(live);
        this.needsAfter = DependencyGraph.of(wanted);
    }

    /** Returns how the schemas are compared. */
    public DiffOptions options() {
        return options;
    }

    /** Returns the live schema, as it is compared. */
    public Schema live() {
        return live;
    }

    /** Returns the whole wanted schema, as it is compared. */
    public Schema wanted() {
        return wanted;
    }

    /** Returns an object of the wanted schema, where it has it. */
    public Optional<SchemaElement> wanted(SchemaObject object) {
        return Optional.ofNullable(after.get(object));
    }

    /** Returns the objects that wait for an open point: its own and all that differ and need it. */
    public SortedSet<SchemaObject> waiting(OpenPoint point) {
        SortedSet<SchemaObject> waiting = staying(point);
        waiting.add(point.object());
        return waiting;
    }

    /** Returns the wanted schema without what these points leave open. */
    public Schema without(Collection<OpenPoint> points) {
        SortedSet<SchemaObject> staying = new TreeSet<>();
        points.forEach(point -> staying.addAll(staying(point)));
        return new Settling(points, staying).schema();
    }

    /** Returns the objects that stay wholly as they are. */
    private SortedSet<SchemaObject> staying(OpenPoint point) {
        Closure closure = new Closure();
        switch (point.aspect()) {
            case WHOLE -> closure.add(point.object());
            case TYPE -> closure.addDependents(point.object());
            case NULLABILITY -> keysOn(point.object()).forEach(closure::add);
        }
        return closure.run();
    }

    /** Returns the primary keys on a column, because they would make the column required. */
    private Stream<SchemaObject> keysOn(SchemaObject column) {
        return wanted.tables().stream()
                .filter(table -> table.name().equals(column.name()))
                .flatMap(table -> table.constraints().stream())
                .filter(constraint ->
                        constraint instanceof PrimaryKey key && key.columns().contains(column.part()))
                .map(key -> SchemaObjects.constraint(column.name(), key.name()))
                .filter(this::differs);
    }

    private boolean differs(SchemaObject object) {
        return !Objects.equals(before.get(object), after.get(object));
    }

    /** Collects objects, what differs and needs them, and what those of the live schema need. */
    private final class Closure {

        private final SortedSet<SchemaObject> all = new TreeSet<>();
        private final Deque<SchemaObject> unseen = new ArrayDeque<>();

        void add(SchemaObject object) {
            if (all.add(object)) {
                unseen.add(object);
            }
        }

        SortedSet<SchemaObject> run() {
            while (!unseen.isEmpty()) {
                SchemaObject object = unseen.remove();
                if (before.has(object)) {
                    addNeeds(object);
                    addParts(object);
                } else {
                    addDependents(object);
                }
            }
            return all;
        }

        void addDependents(SchemaObject object) {
            needsAfter.stream()
                    .filter(need -> need.on().equals(object))
                    .map(need -> whole(need.dependent()))
                    .filter(dependent -> !dependent.equals(object) && differs(dependent))
                    .forEach(this::add);
        }

        private void addNeeds(SchemaObject object) {
            needsBefore.stream()
                    .filter(need -> whole(need.dependent()).equals(object))
                    .map(need -> whole(need.on()))
                    .filter(on -> before.has(on) && !after.has(on))
                    .forEach(this::add);
        }

        /** Adds the parts of a table: a table that stays although it is not wanted keeps all of its parts. */
        private void addParts(SchemaObject object) {
            if (before.get(object) instanceof Definition definition && !after.has(object)) {
                definition.parts().keySet().forEach(this::add);
            }
        }
    }

    /** Returns the object that a part stands for which only a diff knows. */
    private static SchemaObject whole(SchemaObject object) {
        return object.kind() == ObjectKind.SEQUENCE
                ? SchemaObject.of(ObjectKind.SEQUENCE, object.name())
                : object.kind() == ObjectKind.COLUMN ? SchemaObjects.columnOf(object) : object;
    }

    /** Puts the schema together. */
    private final class Settling {

        private final Map<SchemaObject, Set<OpenPoint.Aspect>> aspects = new TreeMap<>();
        private final Set<SchemaObject> staying;
        private final Map<SchemaObject, Definition> there = new TreeMap<>();

        Settling(Collection<OpenPoint> points, Set<SchemaObject> staying) {
            this.staying = staying;
            points.forEach(point -> aspects.computeIfAbsent(point.object(), object -> new TreeSet<>())
                    .add(point.aspect()));
            live.definitions().forEach(definition -> there.put(definition.object(), definition));
        }

        Schema schema() {
            List<Definition> definitions = new ArrayList<>();
            wanted.definitions().forEach(one -> settled(one).ifPresent(definitions::add));
            live.definitions().stream()
                    .filter(one -> staying.contains(one.object()) && !after.has(one.object()))
                    .forEach(definitions::add);
            return new Schema(definitions, dependencies(), settings());
        }

        private SchemaSettings settings() {
            Map<SchemaObject, ObjectSettings> objects =
                    new TreeMap<>(wanted.settings().objects());
            Map<SchemaObject, Access> access =
                    new TreeMap<>(wanted.settings().access().objects());
            objects.keySet().removeAll(staying);
            access.keySet().removeAll(staying);
            live.settings().objects().forEach((object, settings) -> {
                if (staying.contains(object)) {
                    objects.put(object, settings);
                }
            });
            live.settings().access().objects().forEach((object, settings) -> {
                if (staying.contains(object)) {
                    access.put(object, settings);
                }
            });
            return new SchemaSettings(
                    objects,
                    new AccessControl(access, wanted.settings().access().defaults()));
        }

        private List<Dependency> dependencies() {
            return Stream.concat(
                            wanted.dependencies().stream().filter(one -> !staying.contains(one.dependent())),
                            live.dependencies().stream().filter(one -> staying.contains(one.dependent())))
                    .toList();
        }

        private Optional<Definition> settled(Definition one) {
            Definition former = there.get(one.object());
            if (!staying.contains(one.object())) {
                return Optional.of(parts(former, one));
            }
            if (former instanceof EnumType from && one instanceof EnumType to) {
                return Optional.of(withEachValue(from, to));
            }
            return former instanceof Table from && one instanceof Table to
                    ? Optional.of(storedAs(from, table(from, to)))
                    : Optional.ofNullable(former);
        }

        private Definition parts(@Nullable Definition former, Definition one) {
            if (former instanceof Table from && one instanceof Table to) {
                return table(from, to);
            }
            if (former instanceof View from && one instanceof View to) {
                return to.withIndexes(merged(from.indexes(), to.indexes(), index -> index.object(to.name())));
            }
            return one.withParts(part -> !staying.contains(part));
        }

        private static Table storedAs(Table from, Table to) {
            return new Table(
                    to.name(),
                    to.columns(),
                    to.inherited(),
                    to.constraints(),
                    to.indexes(),
                    from.storage(),
                    to.comment());
        }

        private Table table(Table from, Table to) {
            QualifiedName name = to.name();
            List<Column> columns =
                    merged(from.columns(), to.columns(), column -> SchemaObjects.column(name, column.name()));
            return to.withColumns(
                            columns.stream().map(column -> column(name, column)).toList())
                    .withInherited(
                            merged(
                                            from.inherited(),
                                            to.inherited(),
                                            column -> SchemaObjects.column(name, column.name()))
                                    .stream()
                                    .map(column -> column(name, column))
                                    .toList())
                    .withConstraints(merged(
                            from.constraints(),
                            to.constraints(),
                            constraint -> SchemaObjects.constraint(name, constraint.name())))
                    .withIndexes(merged(from.indexes(), to.indexes(), index -> index.object(name)));
        }

        private <T extends SchemaElement> List<T> merged(List<T> from, List<T> to, Function<T, SchemaObject> naming) {
            Map<SchemaObject, T> staysAs = new LinkedHashMap<>();
            from.stream()
                    .filter(one -> staying.contains(naming.apply(one)))
                    .forEach(one -> staysAs.put(naming.apply(one), one));
            List<T> merged = new ArrayList<>();
            for (T one : to) {
                SchemaObject object = naming.apply(one);
                T stays = staysAs.remove(object);
                if (stays != null) {
                    merged.add(stays);
                } else if (!staying.contains(object)) {
                    merged.add(one);
                }
            }
            merged.addAll(staysAs.values());
            return merged;
        }

        private Column column(QualifiedName table, Column wantedColumn) {
            SchemaObject object = SchemaObjects.column(table, wantedColumn.name());
            Set<OpenPoint.Aspect> open = aspects.getOrDefault(object, Set.of());
            if (staying.contains(object) || !(before.get(object) instanceof Column former)) {
                return wantedColumn;
            }
            Column settled = wantedColumn;
            if (open.contains(OpenPoint.Aspect.TYPE)) {
                settled = settled.withType(former.type())
                        .withCollation(former.collation())
                        .withValue(former.value());
            }
            if (open.contains(OpenPoint.Aspect.NULLABILITY)) {
                settled = settled.withNullable(former.nullable());
                settled = settled.value() instanceof Identity ? settled.withValue(former.value()) : settled;
            }
            return settled;
        }

        /**
         * Returns the enum with the values of both forms, so that values that cannot be removed yet do not prevent
         * new ones.
         */
        private static EnumType withEachValue(EnumType from, EnumType to) {
            List<String> values = new ArrayList<>(to.values());
            for (int index = 0; index < from.values().size(); index++) {
                String value = from.values().get(index);
                if (!values.contains(value)) {
                    int place = index == 0 ? 0 : values.indexOf(from.values().get(index - 1)) + 1;
                    values.add(place, value);
                }
            }
            List<String> kept = values.stream().filter(from.values()::contains).toList();
            return kept.equals(from.values()) ? new EnumType(to.name(), values, to.comment()) : from;
        }
    }
}
