package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.ColumnValue.None;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares columns. */
final class ColumnKind implements ElementKind<Column> {

    static List<DiffStep> steps(ImpactAnalysis analysis, Table from, Table to) {
        List<Column> before = all(from);
        List<Column> after = all(to);
        if (TableKind.changesParents(from, to)) {
            before = common(before, after);
            after = common(after, before);
        }
        return analysis.steps(
                before,
                after,
                one -> SchemaObjects.column(to.name(), one.name()),
                new ColumnSteps(analysis, to.name()));
    }

    private static List<Column> all(Table table) {
        return Stream.concat(table.columns().stream(), table.inherited().stream())
                .toList();
    }

    private static List<Column> common(List<Column> columns, List<Column> others) {
        List<String> names = others.stream().map(Column::name).toList();
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    @Override
    public Impact impact(Column before, Column after, Comparison comparison) {
        boolean generated = before.value() instanceof Generated || after.value() instanceof Generated;
        if (generated
                && !KeptValues.areKept(before, after)
                && !(ColumnAlteration.sameType(before, after) && before.value().equals(after.value()))) {
            return Impact.RECREATED;
        }
        return ColumnAlteration.sameType(before, after) ? Impact.NONE : Impact.ALTERED;
    }

    @Override
    public void describe(Column before, Column after, DifferenceLines lines) {
        lines.add("type", before.type(), after.type());
        lines.add("collation", before.collation(), after.collation());
        lines.addState(before.nullable(), after.nullable(), "nullable", "not null");
        describe(before.value(), after.value(), lines);
        lines.comment(before.comment(), after.comment());
    }

    private static void describe(ColumnValue before, ColumnValue after, DifferenceLines lines) {
        if (isDefault(before) && isDefault(after)) {
            lines.add("default", expression(before), expression(after));
        } else if (before instanceof Identity one
                && after instanceof Identity other
                && one.options().equals(other.options())) {
            lines.add("identity", when(one), when(other));
        } else {
            lines.add("value", before.accept(new ValueDescription()), after.accept(new ValueDescription()));
        }
    }

    private static boolean isDefault(ColumnValue value) {
        return value instanceof Default || value instanceof None;
    }

    private static @Nullable String expression(ColumnValue value) {
        return value instanceof Default known ? known.expression() : null;
    }

    private static String when(Identity identity) {
        return identity.always() ? "always" : "by default";
    }

    private static final class ValueDescription implements ColumnValue.Visitor<String> {

        @Override
        public String none(None value) {
            return "none";
        }

        @Override
        public String defaultExpression(Default value) {
            return "default " + value.expression();
        }

        @Override
        public String identity(Identity value) {
            return "identity " + when(value) + " " + value.options();
        }

        @Override
        public String generated(Generated value) {
            return (value.stored() ? "stored " : "virtual ") + value.expression();
        }
    }

    private record ColumnSteps(ImpactAnalysis analysis, QualifiedName table)
            implements ImpactAnalysis.KindSteps<Column> {

        private SchemaObject key(Column one) {
            return SchemaObjects.column(table, one.name());
        }

        private SchemaObject value(Column one) {
            return SchemaObjects.value(table, one.name());
        }

        private boolean comesFromParent(Inheritance side, Column one) {
            return side.isInherited(table, one.name());
        }

        private InheritedColumnSteps inherited(Column one) {
            return new InheritedColumnSteps(analysis.inherited(), table, one.name());
        }

        @Override
        public List<DiffStep> drop(Column one) {
            if (comesFromParent(analysis.inherited().before(), one)) {
                return inherited(one).drop(one);
            }
            return List.of(
                    DiffStep.drop(StepPriority.DROP_COLUMN, new DropColumn(table, one), Set.of(key(one), value(one))));
        }

        @Override
        public List<DiffStep> create(Column one) {
            if (comesFromParent(analysis.inherited().after(), one)) {
                return inherited(one).create();
            }
            return List.of(
                    DiffStep.make(StepPriority.ADD_COLUMN, new AddColumn(table, one), Set.of(key(one), value(one))));
        }

        @Override
        public List<DiffStep> alter(Column from, Column to) {
            if (analysis.inherited().has(table)) {
                InheritedColumnSteps steps = inherited(to);
                if (analysis.inherited().isInherited(table, to.name())) {
                    return steps.alter(analysis.impacts().isRecreated(value(from)));
                }
                if (steps.isSplit(from, to)) {
                    return steps.split(from, to);
                }
            }
            String detour = detour(from, to);
            if (detour != null) {
                return through(detour, from, to);
            }
            if (!cuts(from, to)) {
                return alteration(from, to);
            }
            List<DiffStep> steps = new ArrayList<>();
            steps.add(DiffStep.drop(
                    StepPriority.CUT_DEFAULT,
                    new AlterColumn(
                            table, from.name(), List.of(new ColumnChange.Value(from.value(), ColumnValue.NONE))),
                    value(from)));
            steps.addAll(alteration(from.withValue(ColumnValue.NONE), to));
            return steps;
        }

        /**
         * Returns the intermediate type between two types that cannot follow each other, or {@code null} if none is
         * needed. For a type that is created again, it is one that does without it; between two enum types that are both
         * rebuilt, it is text, because two columns may swap their types.
         */
        private @Nullable String detour(Column from, Column to) {
            Optional<String> between = TypeUse.between(from, analysis.comparison(), analysis.impacts());
            boolean crosswise = !from.type().equals(to.type()) && isRebuilt(from) && isRebuilt(to);
            return between.orElse(crosswise ? TypeNames.isArray(from.type()) ? "text[]" : "text" : null);
        }

        private boolean isRebuilt(Column column) {
            return TypeUse.isRebuiltEnum(column.type(), analysis.comparison(), analysis.impacts());
        }

        private List<DiffStep> through(String type, Column from, Column to) {
            Column between = from.withType(type).withCollation(null).withValue(ColumnValue.NONE);
            List<DiffStep> steps = new ArrayList<>();
            steps.add(DiffStep.drop(
                    StepPriority.CUT_DEFAULT,
                    new AlterColumn(table, from.name(), conversion(from, between)),
                    Set.of(key(from), value(from))));
            if (!between.equals(to)) {
                steps.add(DiffStep.make(
                        StepPriority.ALTER_COLUMN,
                        new AlterColumn(table, to.name(), conversion(between, to)),
                        Set.of(key(to), value(to))));
            }
            return steps;
        }

        /** Returns the changes, without an expression where PostgreSQL converts values itself and finds those too long. */
        private List<ColumnChange> conversion(Column from, Column to) {
            Comparison comparison = analysis.comparison();
            return ColumnAlteration.changes(from, to).stream()
                    .map(change -> change instanceof ColumnChange.Type type
                                    && TypeUse.isAssigned(type.to().type(), type.from(), comparison)
                            ? new ColumnChange.Type(type.from(), type.to())
                            : change)
                    .toList();
        }

        /** Returns whether the old value must be removed first, with the new value set later. */
        private boolean cuts(Column from, Column to) {
            return ColumnAlteration.changesKind(from, to) || cutsValue(from);
        }

        private boolean cutsValue(Column from) {
            return analysis.impacts().isRecreated(value(from)) && from.value() instanceof ColumnValue.Default;
        }

        private List<DiffStep> alteration(Column from, Column to) {
            if (from.equals(to)) {
                return List.of();
            }
            AlterColumn operation = inherited(to).operation(ColumnAlteration.changes(from, to));
            Set<SchemaObject> removes = ColumnAlteration.sameType(from, to) ? Set.of() : Set.of(key(to));
            Set<SchemaObject> makes = new HashSet<>(removes);
            if (analysis.inherited().has(table)) {
                makes.add(key(to)); // what inherits the column changes after it
            }
            Set<SchemaObject> releases = new HashSet<>(removes);
            if (!from.value().equals(to.value())) {
                makes.add(value(to));
            }
            if (!from.value().equals(to.value()) && !from.value().equals(ColumnValue.NONE)) {
                releases.add(value(from));
            }
            return List.of(new DiffStep(StepPriority.ALTER_COLUMN, operation, releases, removes, makes));
        }
    }
}
