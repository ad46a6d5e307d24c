package dev.athanor.migration.diff;

import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What makes one schema of another.
 *
 * @param change the operations, and what takes them back
 * @param afterwards what follows outside of a transaction, so that no writer waits; empty unless that is asked for
 * @param differences the same for people, sorted
 * @param columnOrder tables whose columns will be in another order than wanted: a lesser finding
 * @param suggestions what is dropped and added, and may only have got another name
 */
public record SchemaDiff(
        Change change,
        Change afterwards,
        List<Difference> differences,
        List<ColumnOrderDifference> columnOrder,
        List<RenameSuggestion> suggestions) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        columnOrder = List.copyOf(columnOrder);
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Compares.
     *
     * @param from the schema as it is
     * @param to the schema as it is wanted
     */
    public static SchemaDiff between(Schema from, Schema to, DiffOptions options) {
        Schema before = compared(from, options);
        Schema after = compared(before, to, options);
        Comparison comparison = Comparison.of(before, after);
        LockAvoidance locking = LockAvoidance.of(OperationPlanner.operations(comparison), before, options);
        return new SchemaDiff(
                new Change(locking.now(), OperationPlanner.downgrade(locking.now(), comparison)),
                Change.of(locking.later()),
                Differences.of(comparison),
                ColumnOrders.of(comparison),
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

    /** The same without what it says of the order of columns. */
    public SchemaDiff withoutColumnOrder() {
        return new SchemaDiff(change, afterwards, differences, List.of(), suggestions);
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
                suggestions);
    }

    /** Returns the same with other operations of the upgrade. */
    public SchemaDiff withUpgrade(UnaryOperator<List<Operation>> other) {
        return new SchemaDiff(
                new Change(other.apply(change.upgrade()), change.downgrade()),
                afterwards,
                differences,
                columnOrder,
                suggestions);
    }

    /** Returns the same with other suggestions, and with what another diff says of the order of columns. */
    public SchemaDiff with(List<RenameSuggestion> others, List<ColumnOrderDifference> order) {
        return new SchemaDiff(change, afterwards, differences, order, others);
    }

    /** Whether nothing is to be done, the order of columns apart. */
    public boolean isEmpty() {
        return change.isEmpty() && afterwards.isEmpty();
    }
}

/** A schema without what is not to be compared; with a table goes all that is on it. */
final class SchemaFilter {

    private final Predicate<SchemaObject> include;

    private SchemaFilter(Predicate<SchemaObject> include) {
        this.include = include;
    }

    static Schema of(Schema schema, Predicate<SchemaObject> include) {
        return new SchemaFilter(include).filtered(schema);
    }

    private Schema filtered(Schema schema) {
        return schema.map(one -> includes(one) ? Optional.of(one.withParts(include)) : Optional.empty());
    }

    private boolean includes(Definition one) {
        return include.test(one.object()) && one.owner().map(this::hasTable).orElse(true);
    }

    private boolean hasTable(QualifiedName table) {
        return include.test(SchemaObjects.table(table)) && include.test(SchemaObjects.view(table));
    }
}

/** From what differs to operations, and back. */
final class OperationPlanner {

    private OperationPlanner() {}

    static List<Operation> operations(Comparison comparison) {
        ImpactAnalysis analysis = ImpactAnalysis.of(comparison);
        return InlineForeignKeys.of(analysis, StepOrder.of(ElementKinds.steps(analysis), comparison));
    }

    /**
     * The reverse; but a value is taken from an enum type first, since what looks at the type has to give way for that, and
     * nothing that goes afterwards uses the value.
     */
    static List<Operation> downgrade(List<Operation> upgrade, Comparison comparison) {
        List<Operation> others = upgrade.stream()
                .filter(operation -> !(operation instanceof AddEnumValue))
                .toList();
        List<Operation> downgrade = new ArrayList<>();
        if (others.size() < upgrade.size()) {
            downgrade.addAll(operations(Comparison.of(comparison.to(), withFormerValues(comparison))));
        }
        downgrade.addAll(Change.reverse(others));
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
