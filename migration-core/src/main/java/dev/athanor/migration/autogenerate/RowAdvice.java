package dev.athanor.migration.autogenerate;

import dev.athanor.migration.autogenerate.OpenDecision.Advice;
import dev.athanor.migration.autogenerate.OpenDecision.Answer;
import dev.athanor.migration.diff.OpenPoint.Aspect;
import dev.athanor.migration.diff.SettledSchema;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Explains why rows prevent an operation, and what the user decides then.
 *
 * @param problem the reason, in one sentence
 * @param advice the decision to make, perhaps with a query that finds the rows
 */
record RowAdvice(String problem, Advice advice) {

    /** Lists the states whose messages show values: invalid text, a number out of range, an invalid date. */
    private static final Set<String> SHOWING_VALUES = Set.of("22P02", "22003", "22007", "22008");

    /** Names the state of a change that PostgreSQL does not support, whatever the rows are. */
    private static final String UNSUPPORTED = "0A000";

    private static final String VALUE =
            "Decide which value these rows get: it stands in the UPDATE.\nFor a large table, move the UPDATE into a separate revision that runs in batches.";

    private static RowAdvice statements(String problem, String advice) {
        return new RowAdvice(problem, new Advice(advice, Answer.STATEMENTS));
    }

    static RowAdvice of(Refusal refusal, SettledSchema schema) {
        SchemaObject object = refusal.point().object();
        Optional<RowAdvice> known = schema.wanted(object).flatMap(element -> new Reason(refusal, object).of(element));
        String refused = "PostgreSQL refuses the change of " + object + message(refusal);
        if (refusal.state().equals(UNSUPPORTED)) {
            return statements(
                    refused,
                    "PostgreSQL does not support it as it is: remove the object that the message names before these"
                            + " statements, and create it again behind them.");
        }
        return known.orElseGet(() -> statements(
                refused,
                "Decide how to go about it: correct the rows, complete the statements, or change the wanted schema."));
    }

    /** Returns the message of a refusal without values of rows, because the file is committed. */
    private static String message(Refusal refusal) {
        return SHOWING_VALUES.contains(refusal.state())
                ? ": rows hold values that do not fit."
                : ": " + refusal.rejected().message() + ".";
    }

    /** Finds the words for one refusal. */
    private record Reason(Refusal refusal, SchemaObject object) {

        Optional<RowAdvice> of(SchemaElement element) {
            if (element instanceof Column column) {
                return ofColumn(column);
            }
            if (element instanceof ScriptedObject && is("2BP01")) {
                return Optional.of(statements(
                        "PostgreSQL cannot change " + object + " in place, and something that stays needs it"
                                + message(refusal),
                        "Decide how to go about it: create the new form under another name, let what needs the old form"
                                + " use it, drop the old form, and rename the new one."));
            }
            if (refusal.operation() instanceof RebuildEnum rebuild) {
                return ofEnum(rebuild);
            }
            if (element instanceof Index index) {
                return is("23505")
                        ? Optional.of(collision(keys(index), index.predicate() == null ? "" : index.predicate()))
                        : Optional.empty();
            }
            return element instanceof Constraint constraint ? ofConstraint(constraint) : Optional.empty();
        }

        private boolean is(String state) {
            return refusal.state().equals(state);
        }

        private Optional<RowAdvice> ofColumn(Column column) {
            Aspect aspect = refusal.point().aspect();
            if (aspect == Aspect.TYPE) {
                return Optional.of(
                        statements(
                                "PostgreSQL cannot convert " + object + " to " + column.type() + " as it is"
                                        + message(refusal),
                                "Decide how each value is converted, in the expression after USING, or correct the rows first."));
            }
            if (!is("23502")) {
                return Optional.empty();
            }
            String required = aspect == Aspect.NULLABILITY
                    ? " becomes required, and rows of table " + object.name() + " hold null in it."
                    : " is required and has no default, and table " + object.name() + " has rows.";
            return Optional.of(new RowAdvice("Column " + name() + required, new Advice(VALUE, Answer.VALUE)));
        }

        private String name() {
            return object.name() + "." + object.part();
        }

        private Optional<RowAdvice> ofEnum(RebuildEnum rebuild) {
            List<String> lost = lost(rebuild);
            return refusal.isOfRows() && !lost.isEmpty()
                    ? Optional.of(statements(
                            "Enum type " + rebuild.to().name() + " loses " + String.join(", ", lost)
                                    + ", and rows hold " + (lost.size() == 1 ? "it." : "some of these."),
                            "Decide which value takes its place: it stands in each UPDATE."))
                    : Optional.empty();
        }

        private Optional<RowAdvice> ofConstraint(Constraint constraint) {
            if (constraint instanceof Unique unique && is("23505")) {
                return Optional.of(collision(names(unique.columns()), ""));
            }
            if (constraint instanceof PrimaryKey key && is("23505")) {
                return Optional.of(collision(names(key.columns()), ""));
            }
            if (constraint instanceof ForeignKey foreign && is("23503")) {
                return Optional.of(statements(
                        "Rows of table " + object.name() + " refer to rows that table " + foreign.referencedTable()
                                + " does not have, which " + object + " forbids.",
                        rows(orphans(foreign))));
            }
            if (constraint instanceof NotNull notNull && is("23502")) {
                return Optional.of(statements(
                        "Rows of table " + object.name() + " hold null in column " + notNull.column() + ", which "
                                + object + " forbids.",
                        rows("SELECT * FROM " + sql(object.name()) + " WHERE "
                                + new Identifier(notNull.column()).quotedIfNeeded() + " IS NULL")));
            }
            return constraint instanceof Check check && is("23514")
                    ? Optional.of(statements(
                            "Rows of table " + object.name() + " break " + object + ".",
                            rows("SELECT * FROM " + sql(object.name()) + " WHERE NOT (" + check.expression() + ")")))
                    : Optional.empty();
        }

        private RowAdvice collision(List<String> keys, String predicate) {
            String list = String.join(", ", keys);
            return statements(
                    "Rows of table " + object.name() + " have the same " + list + ", which " + object + " forbids.",
                    rows("SELECT " + list + ", count(*) FROM " + sql(object.name())
                            + (predicate.isEmpty() ? "" : " WHERE " + predicate) + " GROUP BY " + list
                            + " HAVING count(*) > 1"));
        }

        private String orphans(ForeignKey foreign) {
            List<String> columns = names(foreign.columns());
            List<String> referenced = names(foreign.referencedColumns());
            String given = columns.stream()
                    .map(column -> "a." + column + " IS NOT NULL")
                    .collect(Collectors.joining(" AND "));
            String same = IntStream.range(0, columns.size())
                    .mapToObj(index -> "b." + referenced.get(index) + " = a." + columns.get(index))
                    .collect(Collectors.joining(" AND "));
            return "SELECT a.* FROM " + sql(object.name()) + " a WHERE " + given + " AND NOT EXISTS (SELECT FROM "
                    + sql(foreign.referencedTable()) + " b WHERE " + same + ")";
        }

        private static String rows(String query) {
            return "Decide what becomes of these rows:\n    " + query + ";";
        }
    }

    /** Returns the values that a type loses, as SQL. */
    static List<String> lost(RebuildEnum rebuild) {
        return rebuild.from().values().stream()
                .filter(value -> !rebuild.to().values().contains(value))
                .map(value -> new Literal(value).quoted())
                .toList();
    }

    private static List<String> keys(Index index) {
        return index.keys().stream().map(RowAdvice::key).toList();
    }

    private static String key(IndexKey key) {
        return key.column() == null
                ? String.valueOf(key.expression())
                : names(List.of(key.column())).get(0);
    }

    private static List<String> names(List<String> names) {
        return names.stream().map(name -> new Identifier(name).quotedIfNeeded()).toList();
    }

    /** Returns a name in SQL. */
    static String sql(QualifiedName name) {
        String own = new Identifier(name.name()).quotedIfNeeded();
        return name.schema() == null ? own : new Identifier(name.schema()).quotedIfNeeded() + "." + own;
    }
}
