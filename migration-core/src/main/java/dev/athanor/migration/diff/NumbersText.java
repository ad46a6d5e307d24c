package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.rendering.Names;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SequenceOptions;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes the statements that set the position of a sequence. */
final class NumbersText {

    private static final Map<String, Long> LARGEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    /** Encloses the number of a sequence whose name only the database knows. */
    private static final String UNNAMED = "\0";

    private final Schema schema;
    private final List<ContinuedNumbers.Takeover> takeovers;
    private final ContinuedNumbers.Generator to;

    /**
     * Creates the text for one sequence.
     *
     * @param schema the wanted schema
     * @param takeovers the columns whose numbers it takes over
     */
    NumbersText(Schema schema, List<ContinuedNumbers.Takeover> takeovers) {
        this.schema = schema;
        this.takeovers = takeovers;
        this.to = takeovers.get(0).to();
    }

    /** Returns the statement for a sequence that has not been used yet. */
    Execute statement(UnaryOperator<QualifiedName> named) {
        boolean first = takeovers.stream().allMatch(takeover -> takeover.from().isEmpty());
        if (!first) {
            return Execute.sql(choice(positions(named), named));
        }
        if (takeovers.size() > 1 || largest(takeovers.get(0).column().type()).isEmpty()) {
            return raise(named);
        }
        ContinuedNumbers.Takeover only = takeovers.get(0);
        String column = Names.of(only.column().name());
        String limit = to.countsDown() ? "min(" + column + ") <= " : "max(" + column + ") >= ";
        return Execute.sql("SELECT setval(" + target(named) + ", " + extreme(only) + ") FROM " + Names.of(only.table())
                + within(only) + " HAVING " + limit + to.options().start());
    }

    /** Returns the statement for a sequence that may be ahead of the others. */
    Execute raise(UnaryOperator<QualifiedName> named) {
        List<String> positions = new ArrayList<>();
        to.sequence().ifPresent(sequence -> positions.add(position(Names.of(named.apply(sequence)))));
        positions.addAll(positions(named));
        return Execute.sql(choice(positions, named));
    }

    /**
     * Returns the statement that gives a sequence storage of its own in the transaction. PostgreSQL would not take back
     * {@code setval} otherwise if the transaction is rolled back.
     */
    static Execute separate(String sequence, SequenceOptions options) {
        return Execute.sql("ALTER SEQUENCE " + sequence + " START WITH " + options.start());
    }

    /** Returns that statement for the sequence itself. */
    Execute separate() {
        return separate(Names.of(to.object().name()), to.options());
    }

    private String target(UnaryOperator<QualifiedName> named) {
        return to.sequence()
                .map(sequence -> literal(Names.of(named.apply(sequence))))
                .orElseGet(() -> sequenceOf(takeovers.get(0)));
    }

    /** Returns the sequence of an identity, whose name depends on the history of its table. */
    private static String sequenceOf(ContinuedNumbers.Takeover takeover) {
        return "pg_get_serial_sequence(" + literal(Names.of(takeover.table())) + ", "
                + literal(takeover.column().name()) + ")";
    }

    private static String literal(String text) {
        return new Literal(text).quoted();
    }

    private static String position(String sequence) {
        return "SELECT last_value, is_called FROM " + sequence;
    }

    private List<String> positions(UnaryOperator<QualifiedName> named) {
        List<String> positions = new ArrayList<>();
        int identities = 0;
        for (ContinuedNumbers.Takeover takeover : takeovers) {
            takeover.formerSequence()
                    .map(sequence -> position(Names.of(named.apply(sequence))))
                    .ifPresent(positions::add);
            if (takeover.isFromIdentity()) {
                identities++;
                positions.add(position(UNNAMED + identities + UNNAMED));
            }
        }
        takeovers.stream()
                .filter(takeover ->
                        takeover.from().filter(from -> from.options().cycle()).isEmpty())
                .filter(takeover -> largest(takeover.column().type()).isPresent())
                .map(takeover ->
                        "SELECT " + extreme(takeover) + ", true FROM " + Names.of(takeover.table()) + within(takeover))
                .forEach(positions::add);
        return positions.stream().distinct().toList();
    }

    /** Returns the largest or smallest number in the column. */
    private String extreme(ContinuedNumbers.Takeover takeover) {
        String column = Names.of(takeover.column().name());
        String extreme = (to.countsDown() ? "min(" : "max(") + column + ")";
        boolean integer = LARGEST.containsKey(base(takeover.column().type()));
        return integer ? extreme : (to.countsDown() ? "floor(" : "ceil(") + extreme + ")::bigint";
    }

    /** Returns the condition that leaves out the numbers that the sequence cannot reach. */
    private String within(ContinuedNumbers.Takeover takeover) {
        long largest = largest(takeover.column().type()).orElse(Long.MAX_VALUE);
        boolean whole = LARGEST.containsKey(base(takeover.column().type()));
        SequenceOptions options = to.options();
        boolean reachesAll = to.countsDown() ? options.minValue() <= -largest - 1 : options.maxValue() >= largest;
        if (whole && reachesAll) {
            return "";
        }
        return " WHERE " + Names.of(takeover.column().name())
                + (to.countsDown() ? " >= " + options.minValue() : " <= " + options.maxValue());
    }

    /** Returns the largest number that a column can hold, empty if it does not hold numbers. */
    private Optional<Long> largest(String type) {
        String base = base(type);
        return base.startsWith("numeric") ? Optional.of(Long.MAX_VALUE) : Optional.ofNullable(LARGEST.get(base));
    }

    private String base(String type) {
        return TypeUse.base(type, schema);
    }

    /** Returns the statement that takes the position that is furthest. */
    private String choice(List<String> positions, UnaryOperator<QualifiedName> named) {
        String order = to.countsDown() ? "1 NULLS LAST" : "1 DESC NULLS LAST";
        String query = "SELECT setval(" + target(named) + ", number, called)\nFROM (\n    "
                + String.join("\n    UNION ALL ", positions) + "\n    ORDER BY " + order
                + ", 2 DESC LIMIT 1) AS numbers (number, called)" + reached();
        List<ContinuedNumbers.Takeover> identities = takeovers.stream()
                .filter(ContinuedNumbers.Takeover::isFromIdentity)
                .toList();
        return identities.isEmpty() ? query : dynamic(query, identities);
    }

    /** Returns the condition that leaves the new sequence at its start if the former one has not come that far. */
    private String reached() {
        SequenceOptions options = to.options();
        boolean before = takeovers.stream()
                .flatMap(takeover -> takeover.from().stream())
                .map(ContinuedNumbers.Generator::options)
                .anyMatch(from ->
                        to.countsDown() ? from.maxValue() > options.maxValue() : from.minValue() < options.minValue());
        return before
                ? "\nWHERE number " + (to.countsDown() ? "<= " + options.maxValue() : ">= " + options.minValue())
                : "";
    }

    /** Returns a block that reads sequences whose names only the database knows. */
    private static String dynamic(String query, List<ContinuedNumbers.Takeover> identities) {
        String tables = identities.stream()
                .map(takeover -> Names.of(takeover.table()))
                .distinct()
                .collect(Collectors.joining(", "));
        String sequences = identities.stream().map(NumbersText::sequenceOf).collect(Collectors.joining(", "));
        String body = "\nBEGIN\n    LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE;\n    EXECUTE format("
                + literal(query.replace("%", "%%").replaceAll(UNNAMED + "(\\d+)" + UNNAMED, "%$1\\$s")) + ",\n        "
                + sequences + ");\nEND\n";
        String quotes = body.contains("$$") ? "$numbers$" : "$$";
        return "DO " + quotes + body + quotes;
    }
}
