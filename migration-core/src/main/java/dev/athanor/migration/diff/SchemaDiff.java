package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        Schema before = SchemaFilter.of(from, options.include());
        Schema after = IgnoredDifferences.of(before, SchemaFilter.of(to, options.include()), options);
        Comparison comparison = Comparison.of(before, after);
        LockAvoidance locking = LockAvoidance.of(OperationPlanner.operations(comparison), before, options);
        return new SchemaDiff(
                new Change(locking.now(), OperationPlanner.downgrade(locking.now(), comparison)),
                Change.of(locking.later()),
                Differences.of(comparison),
                ColumnOrders.of(comparison),
                RenameSuggestions.of(comparison));
    }

    /** The same without what it says of the order of columns. */
    public SchemaDiff withoutColumnOrder() {
        return new SchemaDiff(change, afterwards, differences, List.of(), suggestions);
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
