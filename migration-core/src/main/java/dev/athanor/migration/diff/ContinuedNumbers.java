package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SequenceOperation.DropSequence;
import dev.athanor.migration.operation.SequenceOperation.SetSequenceOwner;
import dev.athanor.migration.rendering.Names;
import dev.athanor.migration.rendering.TemporaryName;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds statements that make the numbers of a column go on if another sequence generates them: the new sequence takes the
 * position of the old one, and starts above the numbers in the column.
 *
 * <p>The old sequence stays until its position is read. It is renamed first if PostgreSQL would otherwise choose another
 * name for the sequence of an identity.
 */
final class ContinuedNumbers {

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('.*'::regclass\\)");

    private final Comparison comparison;
    private final List<Operation> operations;
    private final Map<QualifiedName, QualifiedName> kept = new HashMap<>();

    private ContinuedNumbers(List<Operation> operations, Comparison comparison) {
        this.operations = new ArrayList<>(operations);
        this.comparison = comparison;
    }

    /**
     * Returns the operations with those statements.
     *
     * @param operations the operations from the first schema of the comparison to the second one
     */
    static List<Operation> in(List<Operation> operations, Comparison comparison) {
        ContinuedNumbers numbers = new ContinuedNumbers(operations, comparison);
        numbers.add();
        return numbers.operations;
    }

    /** Represents what generates the numbers of a column: an identity, or the sequence of the default. */
    record Generator(SchemaObject object, SequenceOptions options) {

        boolean isIdentity() {
            return object.kind() == ObjectKind.COLUMN;
        }

        Optional<QualifiedName> sequence() {
            return isIdentity() ? Optional.empty() : Optional.of(object.name());
        }

        boolean countsDown() {
            return options.increment() < 0;
        }
    }

    /**
     * Represents a column whose numbers another generator generates.
     *
     * @param from the former generator; empty if there was none, or if it counted in the other direction
     */
    record Takeover(QualifiedName table, Column column, Optional<Generator> from, Generator to) {

        boolean isFromIdentity() {
            return from.filter(Generator::isIdentity).isPresent();
        }

        Optional<QualifiedName> formerSequence() {
            return from.flatMap(Generator::sequence);
        }
    }

    private void add() {
        List<Takeover> takeovers = takeovers();
        List<Takeover> ofIdentities =
                takeovers.stream().filter(one -> one.to().isIdentity()).toList();
        grouped(ofIdentities, Takeover::formerSequence).forEach(this::keepForIdentities);
        ofIdentities.forEach(takeover -> insertAfter(
                setting(takeover), List.of(new NumbersText(comparison.to(), List.of(takeover)).statement(this::kept))));
        grouped(takeovers, takeover -> takeover.to().sequence()).forEach(this::addToSequence);
        operations(AlterSequence.class).toList().forEach(this::addMove);
    }

    /** Moves the position of a sequence into its new bounds, if it has not come that far. */
    private void addMove(AlterSequence alteration) {
        SequenceOptions from = alteration.from();
        SequenceOptions to = alteration.to();
        boolean raised = from != null
                && from.increment() > 0
                && to.increment() > 0
                && to.minValue() > from.minValue()
                && to.minValue() <= from.maxValue();
        if (raised) {
            String name = Names.of(alteration.name());
            insertBefore(
                    alteration,
                    List.of(
                            NumbersText.separate(name, from),
                            Execute.sql("SELECT setval(" + new Literal(name).quoted() + ", " + to.minValue()
                                    + ", false) FROM " + name + " WHERE last_value < " + to.minValue())));
        }
    }

    private static Map<QualifiedName, List<Takeover>> grouped(
            List<Takeover> takeovers, Function<Takeover, Optional<QualifiedName>> naming) {
        Map<QualifiedName, List<Takeover>> groups = new LinkedHashMap<>();
        takeovers.forEach(takeover -> naming.apply(takeover)
                .ifPresent(name ->
                        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(takeover)));
        return groups;
    }

    private QualifiedName kept(QualifiedName sequence) {
        return kept.getOrDefault(sequence, sequence);
    }

    private List<Takeover> takeovers() {
        Set<SchemaObject> altered = operations(AlterColumn.class)
                .map(alteration -> SchemaObjects.column(alteration.table(), alteration.column()))
                .collect(Collectors.toSet());
        List<Takeover> takeovers = new ArrayList<>();
        for (Table table : comparison.to().tables()) {
            for (Column column : table.columns()) {
                SchemaObject object = SchemaObjects.column(table.name(), column.name());
                Optional.of(object)
                        .filter(altered::contains)
                        .flatMap(one -> generator(one, column, comparison.to(), comparison.needsAfter()))
                        .flatMap(to -> takeover(table.name(), column, to))
                        .filter(takeover -> sets(takeover).isPresent())
                        .ifPresent(takeovers::add);
            }
        }
        return takeovers;
    }

    private Optional<Takeover> takeover(QualifiedName table, Column column, Generator to) {
        SchemaObject object = SchemaObjects.column(table, column.name());
        if (!(comparison.before().get(object) instanceof Column former)) {
            return Optional.empty();
        }
        Optional<Generator> from = generator(object, former, comparison.from(), comparison.needsBefore());
        return from.filter(one -> one.object().equals(to.object())).isPresent()
                ? Optional.empty()
                : Optional.of(new Takeover(table, column, from.filter(one -> one.countsDown() == to.countsDown()), to));
    }

    private static Optional<Generator> generator(
            SchemaObject object, Column column, Schema schema, Set<Dependency> needs) {
        if (column.value() instanceof Identity identity) {
            return Optional.of(new Generator(object, identity.options()));
        }
        boolean counts = column.value() instanceof Default known
                && NEXT_VALUE.matcher(known.expression()).matches();
        return counts
                ? needs.stream()
                        .filter(need -> need.dependent().equals(SchemaObjects.value(object.name(), column.name())))
                        .map(Dependency::on)
                        .flatMap(on -> schema.all(Sequence.class).stream()
                                .filter(sequence -> sequence.object().equals(on)))
                        .map(sequence -> new Generator(sequence.object(), sequence.options()))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the operation that sets the new generator of a column that stays. */
    private Optional<Operation> sets(Takeover takeover) {
        return alteration(
                takeover,
                value -> takeover.to().isIdentity()
                        ? value.to() instanceof Identity && !(value.from() instanceof Identity)
                        : value.to() instanceof Default);
    }

    private Optional<Operation> dropsIdentity(Takeover takeover) {
        return alteration(takeover, value -> value.from() instanceof Identity && !(value.to() instanceof Identity));
    }

    private Optional<Operation> alteration(Takeover takeover, Predicate<ColumnChange.Value> change) {
        return operations.stream()
                .filter(operation -> operation instanceof AlterColumn alteration
                        && alteration.table().equals(takeover.table())
                        && alteration.column().equals(takeover.column().name())
                        && alteration.changes().stream()
                                .anyMatch(one -> one instanceof ColumnChange.Value value && change.test(value)))
                .findFirst();
    }

    /** Keeps a sequence until all identities that take over its numbers have read its position. */
    private void keepForIdentities(QualifiedName former, List<Takeover> takeovers) {
        Optional<DropSequence> drop = operations(DropSequence.class)
                .filter(one -> one.name().equals(former))
                .findFirst();
        if (drop.isEmpty()) {
            return;
        }
        boolean inTheWay = takeovers.stream().anyMatch(takeover -> former.equals(implicitName(takeover)));
        if (inTheWay) {
            kept.put(former, TemporaryName.of(former, "_old"));
        }
        Sequence definition = drop.get().definition();
        operations.remove(drop.get());
        List<Operation> settings = settings(takeovers);
        insertBefore(settings.get(0), leave(definition, former));
        insertAfter(
                settings.get(settings.size() - 1),
                List.of(new DropSequence(
                        kept(former),
                        definition == null ? null : renamed(definition, kept(former)),
                        drop.get().options())));
    }

    /** Returns the operations that take a sequence from its column and make its name free. */
    private List<Operation> leave(@Nullable Sequence definition, QualifiedName former) {
        List<Operation> leave = new ArrayList<>();
        if (definition != null && definition.ownedBy() != null) {
            leave.add(new SetSequenceOwner(former, definition.ownedBy(), null));
        }
        if (!kept(former).equals(former)) {
            leave.add(new Rename(
                    ObjectName.of(ObjectName.Kind.SEQUENCE, former),
                    kept(former).name()));
        }
        return leave;
    }

    private static QualifiedName implicitName(Takeover takeover) {
        return TakenNames.sequence(takeover.table(), takeover.column().name());
    }

    private static Sequence renamed(Sequence sequence, QualifiedName name) {
        return new Sequence(name, sequence.options(), null, sequence.comment());
    }

    private void addToSequence(QualifiedName name, List<Takeover> takeovers) {
        List<Operation> identities = takeovers.stream()
                .filter(Takeover::isFromIdentity)
                .flatMap(takeover -> dropsIdentity(takeover).stream())
                .toList();
        Optional<CreateSequence> creation = operations(CreateSequence.class)
                .filter(one -> one.sequence().name().equals(name))
                .findFirst();
        NumbersText text = new NumbersText(comparison.to(), takeovers);
        List<Operation> settings = settings(takeovers);
        if (creation.isPresent() && !identities.isEmpty()) {
            exchange(identities, creation.get(), text);
        } else if (creation.isPresent()) {
            insertAfter(settings.get(settings.size() - 1), List.of(text.statement(this::kept)));
        } else if (identities.isEmpty()) {
            insertAfter(settings.get(settings.size() - 1), List.of(text.separate(), text.raise(this::kept)));
        } else {
            insertBefore(ordered(identities).get(0), List.of(text.separate(), text.raise(this::kept)));
        }
    }

    private <T extends Operation> Stream<T> operations(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast);
    }

    private Operation setting(Takeover takeover) {
        return sets(takeover).orElseThrow();
    }

    /** Returns the operations that set the new generators, in the order in which they run. */
    private List<Operation> settings(List<Takeover> takeovers) {
        return ordered(takeovers.stream().map(this::setting).toList());
    }

    private List<Operation> ordered(List<Operation> some) {
        return operations.stream().filter(some::contains).toList();
    }

    /** Creates the sequence while the identities are still there, whose sequence may have its name. */
    private void exchange(List<Operation> identities, CreateSequence creation, NumbersText text) {
        Sequence sequence = creation.sequence();
        QualifiedName name = sequence.name();
        QualifiedName temporary = TemporaryName.of(name, "_new");
        operations.removeAll(identities);
        List<Operation> exchange = new ArrayList<>();
        exchange.add(new CreateSequence(renamed(sequence, temporary), creation.existence()));
        exchange.add(text.statement(other -> other.equals(name) ? temporary : kept(other)));
        exchange.addAll(identities);
        exchange.add(new Rename(ObjectName.of(ObjectName.Kind.SEQUENCE, temporary), name.name()));
        if (sequence.ownedBy() != null) {
            exchange.add(new SetSequenceOwner(name, null, sequence.ownedBy()));
        }
        int index = operations.indexOf(creation);
        operations.remove(index);
        operations.addAll(index, exchange);
    }

    private void insertBefore(Operation operation, List<Operation> others) {
        operations.addAll(operations.indexOf(operation), others);
    }

    private void insertAfter(Operation operation, List<Operation> others) {
        operations.addAll(operations.indexOf(operation) + 1, others);
    }
}
