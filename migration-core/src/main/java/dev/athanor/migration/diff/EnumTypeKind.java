package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares enum types. Values are added in place, but a type that loses or moves values is rebuilt. */
final class EnumTypeKind implements ElementKind<EnumType> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(EnumType.class, new EnumSteps(analysis));
    }

    @Override
    public Impact impact(EnumType before, EnumType after, Comparison comparison) {
        return inPlace(before, after, comparison) ? Impact.NONE : Impact.ALTERED;
    }

    @Override
    public void describe(EnumType before, EnumType after, DifferenceLines lines) {
        lines.add("values", String.join(", ", before.values()), String.join(", ", after.values()));
        lines.comment(before.comment(), after.comment());
    }

    private record EnumSteps(ImpactAnalysis analysis) implements ImpactAnalysis.KindSteps<EnumType> {

        @Override
        public List<DiffStep> drop(EnumType one) {
            return List.of(DiffStep.drop(
                    StepPriority.DROP_TYPE, new DropEnum(one.name(), one, DropOptions.PLAIN), one.object()));
        }

        @Override
        public List<DiffStep> create(EnumType one) {
            return List.of(DiffStep.make(StepPriority.CREATE_TYPE, new CreateEnum(one), one.object()));
        }

        @Override
        public List<DiffStep> alter(EnumType from, EnumType to) {
            ObjectName name = ObjectName.of(ObjectName.Kind.TYPE, to.name());
            boolean rebuilt = analysis.impacts().of(from.object()) == Impact.ALTERED;
            if (from.values().equals(to.values()) && !rebuilt) {
                return CommentSteps.steps(name, from.comment(), to.comment());
            }
            Comparison comparison = analysis.comparison();
            List<EnumColumn> users = users(to, comparison.from(), comparison.to());
            if (rebuilt) {
                return List.of(rebuild(new RebuildEnum(from, to, users)));
            }
            List<DiffStep> steps = new ArrayList<>(additions(from, to, users));
            steps.addAll(CommentSteps.steps(name, from.comment(), to.comment()));
            return steps;
        }

        /** Rebuilds the type and converts its columns, so that their rules come back afterwards. */
        private static DiffStep rebuild(RebuildEnum operation) {
            SchemaObject type = operation.to().object();
            Set<SchemaObject> makes = new HashSet<>(Set.of(type));
            operation.columns().forEach(column -> makes.add(SchemaObjects.column(column.table(), column.column())));
            return new DiffStep(StepPriority.ALTER_TYPE, operation, Set.of(), Set.of(type), makes);
        }

        private static List<DiffStep> additions(EnumType from, EnumType to, List<EnumColumn> users) {
            List<DiffStep> steps = new ArrayList<>();
            List<String> there = new ArrayList<>(from.values());
            for (String value : added(from, to)) {
                int index = to.values().indexOf(value);
                EnumType before = new EnumType(from.name(), there, from.comment());
                AddEnumValue addition = AddEnumValue.to(before, value, place(to.values(), index, there), users);
                there.add(index, value);
                steps.add(DiffStep.make(StepPriority.ALTER_TYPE, addition, to.object()));
            }
            return steps;
        }
    }

    /**
     * Returns whether values are only added, and no new or changed object uses one of them. PostgreSQL does not allow
     * the use of a new value in the transaction that adds it.
     */
    private static boolean inPlace(EnumType from, EnumType to, Comparison comparison) {
        return onlyAdds(from, to) && added(from, to).stream().noneMatch(value -> isUsed(to, value, comparison));
    }

    private static boolean onlyAdds(EnumType from, EnumType to) {
        List<String> kept = to.values().stream().filter(from.values()::contains).toList();
        return kept.equals(from.values());
    }

    static List<String> added(EnumType from, EnumType to) {
        return to.values().stream()
                .filter(value -> !from.values().contains(value))
                .toList();
    }

    private static boolean isUsed(EnumType type, String value, Comparison comparison) {
        String literal = "'" + value.replace("'", "''") + "'::";
        for (SchemaObject object : comparison.after().names()) {
            SchemaElement wanted = comparison.after().get(object);
            boolean uses = wanted != null && isCast(wanted.toString(), literal, type.name());
            if (uses && !Objects.equals(wanted, comparison.before().get(object))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCast(String text, String literal, QualifiedName type) {
        for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
            String cast = text.substring(at + literal.length()).replace("\"", "");
            if (cast.startsWith(type.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the position for the value at an index, relative to an existing value, or {@code null} for the end. */
    private static @Nullable Place place(List<String> wanted, int index, List<String> there) {
        if (index > 0) {
            String neighbour = wanted.get(index - 1);
            return there.indexOf(neighbour) == there.size() - 1 ? null : new Place(false, neighbour);
        }
        return there.isEmpty() ? null : new Place(true, there.get(0));
    }

    /** Returns the columns that hold values of the type both before and after. */
    private static List<EnumColumn> users(EnumType type, Schema from, Schema to) {
        List<EnumColumn> users = new ArrayList<>();
        for (Table table : from.tables()) {
            to.tables().stream()
                    .filter(other -> other.name().equals(table.name()))
                    .findFirst()
                    .ifPresent(other -> addUsers(users, type, table, other));
        }
        return users;
    }

    private static void addUsers(List<EnumColumn> users, EnumType type, Table from, Table to) {
        for (Column column : from.columns()) {
            boolean uses = TypeNames.is(column.type(), type.name()) && !(column.value() instanceof Generated);
            to.columns().stream()
                    .filter(other -> uses
                            && other.name().equals(column.name())
                            && other.type().equals(column.type()))
                    .findFirst()
                    .ifPresent(other -> users.add(user(from, column, other)));
        }
    }

    /** Describes a column of the type. A default that changes is left out, because it has been removed by then. */
    private static EnumColumn user(Table table, Column from, Column to) {
        String expression = from.value() instanceof Default kept && kept.equals(to.value()) ? kept.expression() : null;
        return new EnumColumn(table.name(), from.name(), TypeNames.isArray(from.type()), expression);
    }
}
