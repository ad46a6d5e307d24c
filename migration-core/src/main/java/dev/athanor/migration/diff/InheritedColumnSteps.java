package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn.Reach;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Creates the steps for a column that several tables of an inheritance tree have.
 *
 * <p>A table follows its parent where PostgreSQL makes it do so: in the type, and in what else is the same in all of
 * them. Otherwise each table is changed by itself, so that the downgrade is the reverse.
 */
record InheritedColumnSteps(InheritedChanges inherited, QualifiedName table, String column) {

    /** Returns an operation that reaches the tables that inherit the column if they change in the same way. */
    AlterColumn operation(List<ColumnChange> changes) {
        return new AlterColumn(table, column, changes, reachesAll(changes) ? Reach.CHILDREN : Reach.ONLY);
    }

    private boolean reachesAll(List<ColumnChange> changes) {
        boolean setsDefault = changes.stream().anyMatch(ColumnChange.Value.class::isInstance);
        boolean dropsNotNull = changes.stream().anyMatch(ColumnChange.Nullability.class::isInstance);
        return !(setsDefault && !inherited.isUniform(table, column))
                && !(dropsNotNull && inherited.keepsNotNull(table, column));
    }

    /** Returns whether the type changes of a column with several defaults, none of which PostgreSQL may convert. */
    boolean isSplit(Column from, Column to) {
        return !ColumnAlteration.sameType(from, to) && inherited.isMixed(table, column);
    }

    /** Returns steps that take the default away, change the type, and give the column its new default. */
    List<DiffStep> split(Column from, Column to) {
        List<DiffStep> steps = new ArrayList<>(cut(from));
        Column bare = to.withValue(ColumnValue.NONE);
        Set<SchemaObject> key = Set.of(key());
        steps.add(new DiffStep(
                StepPriority.ALTER_COLUMN,
                operation(ColumnAlteration.changes(from.withValue(ColumnValue.NONE), bare)),
                key,
                key,
                key));
        steps.addAll(changed(bare, to));
        return steps;
    }

    /**
     * Returns the steps for a column that the table inherits before and after.
     *
     * @param cuts whether the default is removed meanwhile, because what it needs is created again
     */
    List<DiffStep> alter(boolean cuts) {
        Column from = inherited.before().effective(table, column).orElseThrow();
        Column to = inherited.after().effective(table, column).orElseThrow();
        Column aligned = from.withType(to.type()).withCollation(to.collation());
        List<DiffStep> steps = new ArrayList<>();
        if (from.value() instanceof ColumnValue.Default && (cuts || isSplit(from, to))) {
            steps.addAll(cut(from));
            aligned = aligned.withValue(ColumnValue.NONE);
        } else if (inherited.follows(table, column)) {
            aligned = aligned.withValue(to.value());
        }
        boolean losesOwn = !from.nullable() && to.nullable();
        if (losesOwn) {
            steps.add(DiffStep.plain(StepPriority.CUT_DEFAULT, operation(List.of(new ColumnChange.Nullability(true)))));
            aligned = aligned.withNullable(true);
        }
        steps.addAll(changed(aligned, to));
        return steps;
    }

    /** Returns the steps for what the table has of its own on a column that it begins to inherit. */
    List<DiffStep> create() {
        Column bare = inherited.after().bare(table, column).orElseThrow();
        return changed(bare, inherited.after().effective(table, column).orElseThrow());
    }

    /** Returns the steps for a column that the parents lose too. */
    List<DiffStep> drop(Column one) {
        if (inherited.before().declares(table, column)) {
            // not before the column of the parent, since an inherited column cannot be dropped
            return List.of(new DiffStep(
                    StepPriority.DROP_INHERITED_COLUMN,
                    new DropColumn(table, one),
                    Set.of(),
                    Set.of(key(), SchemaObjects.value(table, column)),
                    Set.of()));
        }
        Column bare = inherited.before().bare(table, column).orElseThrow();
        List<ColumnChange> changes = ColumnAlteration.changes(
                inherited.before().effective(table, column).orElseThrow(), bare);
        return changes.isEmpty()
                ? List.of()
                : List.of(DiffStep.drop(
                        StepPriority.CUT_DEFAULT, operation(changes), SchemaObjects.value(table, column)));
    }

    private List<DiffStep> cut(Column from) {
        return from.value() instanceof ColumnValue.Default
                ? List.of(DiffStep.drop(
                        StepPriority.CUT_DEFAULT,
                        operation(List.of(new ColumnChange.Value(from.value(), ColumnValue.NONE))),
                        SchemaObjects.value(table, column)))
                : List.of();
    }

    /** Returns the step that changes the column, after its parent has changed. */
    private List<DiffStep> changed(Column from, Column to) {
        List<ColumnChange> changes = ColumnAlteration.changes(from, to);
        return changes.isEmpty()
                ? List.of()
                : List.of(DiffStep.make(
                        StepPriority.ALTER_COLUMN,
                        operation(changes),
                        Set.of(key(), SchemaObjects.value(table, column))));
    }

    private SchemaObject key() {
        return SchemaObjects.column(table, column);
    }
}
