package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Holds the operations that turn one schema into another.
 *
 * @param change the operations, and the operations that take them back
 * @param afterwards the operations that follow outside of a transaction, so that no writer waits; empty unless locks
 *     are avoided
 * @param differences the differences for readers, sorted
 * @param columnOrder the tables whose columns will be in another order than wanted, which is a lesser finding
 * @param declarations the columns that a table will declare or only inherit other than wanted, which is a lesser finding
 * @param suggestions the dropped and added objects that may only have been renamed
 * @since 0.1.0
 */
public record SchemaDiff(
        Change change,
        Change afterwards,
        List<Difference> differences,
        List<ColumnOrderDifference> columnOrder,
        List<DeclarationDifference> declarations,
        List<RenameSuggestion> suggestions) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        declarations = List.copyOf(declarations);
        columnOrder = List.copyOf(columnOrder);
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Compares two schemas.
     *
     * @param from the actual schema
     * @param to the wanted schema
     */
    public static SchemaDiff between(Schema from, Schema to, DiffOptions options) {
        Schema actual = compared(from, options);
        Schema wanted = compared(actual, to, options);
        Schema before = Completion.of(actual, wanted);
        Schema after = Completion.of(wanted, actual);
        Comparison comparison = Comparison.of(before, after);
        LockAvoidance locking = LockAvoidance.of(OperationPlanner.operations(comparison), before, options);
        List<Operation> downgrade = OperationPlanner.downgrade(locking.now(), comparison);
        return new SchemaDiff(
                new Change(
                        SettingsPlan.complete(
                                ContinuedNumbers.in(locking.now(), comparison), locking.later(), before, after),
                        SettingsPlan.complete(
                                downgrade.isEmpty()
                                        ? downgrade
                                        : ContinuedNumbers.in(downgrade, Comparison.of(after, before)),
                                after,
                                before)),
                new Change(SettingsPlan.completeLater(locking.later(), after), Change.reverse(locking.later())),
                Differences.of(comparison),
                ColumnOrders.of(comparison),
                Declarations.of(comparison),
                RenameSuggestions.of(comparison));
    }

    /** Returns what of a schema is compared. */
    static Schema compared(Schema schema, DiffOptions options) {
        return SchemaFilter.of(schema, options.include());
    }

    /** Returns what of a wanted schema is compared, with what does not count taken from the one that is there. */
    static Schema compared(Schema before, Schema to, DiffOptions options) {
        return IgnoredDifferences.of(before, compared(to, options), options);
    }

    /** Returns the same diff without findings about the order of columns. */
    public SchemaDiff withoutColumnOrder() {
        return new SchemaDiff(change, afterwards, differences, List.of(), declarations, suggestions);
    }

    /** Returns the same differences with rewritten changes. */
    public SchemaDiff withChanges(UnaryOperator<Change> rewritten) {
        return new SchemaDiff(
                rewritten.apply(change),
                rewritten.apply(afterwards),
                differences,
                columnOrder,
                declarations,
                suggestions);
    }

    /**
     * Returns the same behind operations that come first.
     *
     * @param first what has been done before, each with its own reverse
     * @param others what that changes, for people
     */
    public SchemaDiff after(List<Operation> first, List<Difference> others) {
        List<Operation> upgrade = new ArrayList<>(first);
        upgrade.addAll(change.upgrade());
        List<Operation> downgrade = new ArrayList<>(change.downgrade());
        downgrade.addAll(Change.reverse(first));
        return new SchemaDiff(
                new Change(upgrade, downgrade),
                afterwards,
                Stream.concat(others.stream(), differences.stream()).sorted().toList(),
                columnOrder,
                declarations,
                suggestions);
    }

    /** Returns the same with other operations of the upgrade. */
    public SchemaDiff withUpgrade(UnaryOperator<List<Operation>> other) {
        return new SchemaDiff(
                new Change(other.apply(change.upgrade()), change.downgrade()),
                afterwards,
                differences,
                columnOrder,
                declarations,
                suggestions);
    }

    /** Returns the same with other suggestions, and with what another diff says of the order of columns. */
    public SchemaDiff with(List<RenameSuggestion> others, List<ColumnOrderDifference> order) {
        return new SchemaDiff(change, afterwards, differences, order, declarations, others);
    }

    /** Returns whether there is nothing to do, regardless of the order of columns. */
    public boolean isEmpty() {
        return change.isEmpty() && afterwards.isEmpty();
    }
}

/** Removes the objects that are not compared from a schema; with a table, everything on it is removed. */
final class SchemaFilter {

    private final Predicate<SchemaObject> include;

    private SchemaFilter(Predicate<SchemaObject> include) {
        this.include = include;
    }

    static Schema of(Schema schema, Predicate<SchemaObject> include) {
        return new SchemaFilter(include).filtered(schema);
    }

    private Schema filtered(Schema schema) {
        Map<SchemaObject, ObjectSettings> settings =
                new HashMap<>(schema.settings().objects());
        settings.keySet().removeIf(object -> !include.test(object));
        return schema.map(one -> includes(one) ? Optional.of(one.withParts(include)) : Optional.empty())
                .withSettings(schema.settings().withObjects(settings));
    }

    private boolean includes(Definition one) {
        return include.test(one.object()) && one.owner().map(this::hasTable).orElse(true);
    }

    private boolean hasTable(QualifiedName table) {
        return include.test(SchemaObjects.table(table)) && include.test(SchemaObjects.view(table));
    }
}

/** Plans the operations of an upgrade and of its downgrade. */
final class OperationPlanner {

    private OperationPlanner() {}

    static List<Operation> operations(Comparison comparison) {
        ImpactAnalysis analysis = ImpactAnalysis.of(comparison);
        List<Operation> operations =
                InlineForeignKeys.of(analysis, StepOrder.of(ElementKinds.steps(analysis), comparison));
        return KeptValues.withoutInherited(KeptValues.in(operations), comparison.from());
    }

    /**
     * Returns the reverse of an upgrade. Values are removed from enum types first, because the dependents of a type
     * have to give way for that, and no object that the rest of the downgrade removes uses such a value. Columns become
     * generated again last, when all that their expressions need is there.
     */
    static List<Operation> downgrade(List<Operation> upgrade, Comparison comparison) {
        List<Operation> others = upgrade.stream()
                .filter(operation -> !(operation instanceof AddEnumValue)
                        && !(operation instanceof Execute)
                        && !KeptValues.dropsExpression(operation))
                .toList();
        List<Operation> downgrade = new ArrayList<>();
        if (upgrade.stream().anyMatch(AddEnumValue.class::isInstance)) {
            downgrade.addAll(operations(Comparison.of(comparison.to(), withFormerValues(comparison))));
        }
        downgrade.addAll(KeptValues.in(Change.reverse(others)));
        if (upgrade.stream().anyMatch(KeptValues::dropsExpression)) {
            Schema plain = KeptValues.withoutExpressions(comparison.from(), upgrade);
            downgrade.addAll(operations(Comparison.of(plain, comparison.from())));
        }
        return downgrade;
    }

    private static Schema withFormerValues(Comparison comparison) {
        List<EnumType> types = comparison.to().all(EnumType.class).stream()
                .map(type -> comparison.before().get(type.object()) instanceof EnumType former
                        ? new EnumType(type.name(), former.values(), type.comment())
                        : type)
                .toList();
        return comparison.to().with(EnumType.class, types);
    }
}
