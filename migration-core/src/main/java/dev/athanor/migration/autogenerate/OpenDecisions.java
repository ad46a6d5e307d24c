package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.diff.OperationSubject;
import dev.athanor.migration.diff.RenameSuggestion;
import dev.athanor.migration.diff.SettledSchema;
import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for a decision on each refusal, with the statements that wait for it. */
final class OpenDecisions {

    private static final Pattern SHORT_TEXT = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private final SettledSchema schema;
    private final RefusedOperations refusals;

    OpenDecisions(SettledSchema schema, RefusedOperations refusals) {
        this.schema = schema;
        this.refusals = refusals;
    }

    /** Returns the decisions in the order of the refusals; each takes the operations that need its object. */
    List<OpenDecision> of(List<Operation> operations) {
        Map<SchemaObject, List<Operation>> waiting = new LinkedHashMap<>();
        refusals.all().forEach(refusal -> waiting.put(refusal.point().object(), new ArrayList<>()));
        List<Operation> others = new ArrayList<>();
        SchemaObject last = null;
        for (Operation operation : operations) {
            SchemaObject decision = decision(operation).orElse(last);
            if (decision == null) {
                others.add(operation);
                continue;
            }
            last = decision;
            List<Operation> ofDecision = waiting.getOrDefault(decision, others);
            ofDecision.addAll(others);
            others.clear();
            ofDecision.add(operation);
        }
        List<OpenDecision> decisions = new ArrayList<>();
        waiting.forEach((object, ofDecision) -> decisions.add(decision(object, ofDecision)));
        return decisions;
    }

    /** Returns the last decision that an operation waits for. */
    private Optional<SchemaObject> decision(Operation operation) {
        return OperationSubject.of(operation).flatMap(subject -> refusals.all().stream()
                .filter(refusal -> refusals.points(refusal)
                        .anyMatch(point -> schema.waiting(point).contains(subject)))
                .map(refusal -> refusal.point().object())
                .reduce((first, second) -> second));
    }

    private OpenDecision decision(SchemaObject object, List<Operation> operations) {
        Refusal refusal = refusals.all().stream()
                .filter(one -> one.point().object().equals(object))
                .findFirst()
                .orElseThrow();
        RowAdvice advice = RowAdvice.of(refusal, schema);
        List<Operation> completed = operations.stream()
                .flatMap(operation -> completed(operation).stream())
                .toList();
        return new OpenDecision(
                object,
                advice.problem(),
                withRename(advice.advice(), refusals.rename(refusal)),
                completed,
                Change.of(operations.stream()
                                .filter(OpenDecisions::isReversible)
                                .toList())
                        .downgrade());
    }

    /** Returns whether an operation has a reverse, unlike one that computes values or positions. */
    private static boolean isReversible(Operation operation) {
        try {
            operation.reverse();
            return true;
        } catch (IrreversibleOperationException e) {
            return false;
        }
    }

    private static OpenDecision.Advice withRename(OpenDecision.Advice advice, Optional<RenameSuggestion> rename) {
        return rename.map(suggestion -> new OpenDecision.Advice(
                        advice.text() + "\nIf it is a new name for " + suggestion.dropped()
                                + ", generate again with `--rename " + suggestion.option() + "`.",
                        advice.answer()))
                .orElse(advice);
    }

    /** Returns an operation with what rows need before it, in words that a person completes. */
    private List<Operation> completed(Operation operation) {
        if (operation instanceof AddColumn addition) {
            return addition(addition);
        }
        if (operation instanceof AlterColumn alteration) {
            return alteration(alteration);
        }
        return operation instanceof RebuildEnum rebuild ? rebuild(rebuild) : List.of(operation);
    }

    private List<Operation> addition(AddColumn addition) {
        Column column = addition.column();
        if (!GivenValues.isRequired(addition)) {
            return List.of(addition);
        }
        return GivenValues.filled(addition, example(column.type())).toList();
    }

    private String example(String type) {
        return new ExampleValue(schema.wanted()).of(type);
    }

    private List<Operation> alteration(AlterColumn alteration) {
        AlterColumn explicit = new AlterColumn(
                alteration.table(),
                alteration.column(),
                alteration.changes().stream()
                        .map(change -> change instanceof ColumnChange.Type type
                                ? new ColumnChange.Type(
                                        type.from(), type.to(), using(alteration.column(), type), type.reverseUsing())
                                : change)
                        .toList());
        boolean required = alteration.changes().contains(new ColumnChange.Nullability(false));
        return required
                ? List.of(GivenValues.backfill(alteration.table(), alteration.column(), example(alteration)), explicit)
                : List.of(explicit);
    }

    /** Returns the default that the column gets, or some value of its type. */
    private String example(AlterColumn alteration) {
        return schema.wanted(OperationSubject.of(alteration).orElseThrow())
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .map(column -> column.value() instanceof ColumnValue.Default given
                        ? given.expression()
                        : example(column.type()))
                .orElse("''");
    }

    private static String using(String column, ColumnChange.Type type) {
        String name = new Identifier(column).quotedIfNeeded();
        ColumnType to = type.to();
        Matcher shorter = SHORT_TEXT.matcher(to.type());
        if (shorter.matches()) {
            return "left(" + name + "::text, " + shorter.group(1) + ")";
        }
        return type.using() == null ? name + "::" + to.type() : type.using();
    }

    private static List<Operation> rebuild(RebuildEnum rebuild) {
        List<String> lost = RowAdvice.lost(rebuild);
        Optional<String> kept = rebuild.from().values().stream()
                .filter(rebuild.to().values()::contains)
                .findFirst();
        List<Operation> operations = new ArrayList<>();
        if (!lost.isEmpty() && kept.isPresent()) {
            rebuild.columns().stream()
                    .filter(column -> !column.array())
                    .forEach(column -> operations.add(replace(column, lost, new Literal(kept.get()).quoted())));
        }
        operations.add(rebuild);
        return operations;
    }

    private static Operation replace(EnumColumn column, Collection<String> lost, String kept) {
        String name = new Identifier(column.column()).quotedIfNeeded();
        QualifiedName table = column.table();
        return Execute.sql("UPDATE " + RowAdvice.sql(table) + " SET " + name + " = " + kept + " WHERE " + name + " IN ("
                + String.join(", ", lost) + ")");
    }
}
