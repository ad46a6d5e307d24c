package dev.athanor.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Expressions of the server as a person would write them: {@code status IN ('DRAFT', 'ACTIVE')} for
 * {@code status::text = ANY (ARRAY['DRAFT'::text, 'ACTIVE'::text])}.
 *
 * <p>Only what the server reads in the same way again is rewritten, which depends on the types of the columns: a
 * comparison
 * of a column with literals, where it stands alone between {@code AND}, {@code OR} and parentheses.
 *
 * @param types the types of the columns that the expression is about, by their names
 */
record ReadableExpression(Map<String, String> types) {

    private static final String LITERAL = "E?'(?:[^']|'')*'";
    private static final String TYPE =
            "(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")(?:\\.(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\"))?"
                    + "(?: varying| precision| with(?:out)? time zone)?";
    private static final String VALUE = "(?:" + LITERAL + "|[0-9]+(?:\\.[0-9]+)?)(?:::" + TYPE + ")*";
    private static final String COLUMN = "(?<column>[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\"|VALUE)(?<text>::text)?";
    private static final String END = "(?=$|\\)| AND | OR | THEN | END)";

    /**
     * Matches a comparison at the start of a condition; otherwise a function of a text, a literal or a name, which is
     * skipped.
     */
    private static final Pattern CONDITIONS = Pattern.compile("(?<=^|\\(| AND | OR |NOT |WHEN )" + COLUMN
            + "(?: (?<list>= ANY|<> ALL) \\(ARRAY\\[(?<values>" + VALUE + "(?:, " + VALUE + ")+)\\]\\)"
            + "| (?<operator><>|<=|>=|=|<|>|!?~~?\\*?) (?<value>" + VALUE + "))" + END
            + "|(?<![a-z0-9_$.\"])(?<function>lower|upper|length)\\((?<argument>[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")::text\\)"
            + "|" + LITERAL + "|\"(?:[^\"]|\"\")*\"");

    private static final String WRITTEN = "(?:" + LITERAL + "|-?[0-9]+(?:\\.[0-9]+)?)";

    /** Matches a list in parentheses that stands alone; otherwise a literal or a name, which is skipped. */
    private static final Pattern LISTS =
            Pattern.compile("(?<=^|\\(| AND | OR )\\(((?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")"
                    + " (?:NOT )?IN \\(" + WRITTEN + "(?:, " + WRITTEN + ")+\\))\\)(?=$|\\)| AND | OR )"
                    + "|" + LITERAL + "|\"(?:[^\"]|\"\")*\"");

    private static final Pattern ONE_VALUE = Pattern.compile(VALUE);
    private static final Pattern TEXT = Pattern.compile("(?<literal>" + LITERAL + ")::(?<type>.+)");
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\((?<sequence>" + LITERAL + ")::regclass\\)");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<plain>[0-9]+(?:\\.[0-9]+)?)|'(?<quoted>-?[0-9]+(?:\\.[0-9]+)?)'::(?<own>integer|bigint|numeric))"
                    + "(?:::(?<cast>numeric|double precision|bigint))?");

    private static final Set<String> EQUALITY_AND_ORDER = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Map<String, String> WORDS =
            Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    /** Returns a condition, or an expression of an index. */
    String of(String expression) {
        Matcher match = CONDITIONS.matcher(expression);
        StringBuilder readable = new StringBuilder();
        while (match.find()) {
            match.appendReplacement(readable, Matcher.quoteReplacement(rewritten(match)));
        }
        return withoutParentheses(match.appendTail(readable).toString());
    }

    /**
     * Removes the parentheses that the server puts around each {@code = ANY} and that {@code IN} does not need
     * between {@code AND} and {@code OR}.
     */
    private static String withoutParentheses(String expression) {
        return LISTS.matcher(expression)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? match.group() : match.group(1)));
    }

    /** Returns a default of a column or a domain of this type. */
    static String ofDefault(String expression, String type) {
        String base = base(type);
        Matcher next = NEXT_VALUE.matcher(expression);
        if (next.matches()) {
            return "nextval(" + next.group("sequence") + ")";
        }
        if (NUMBERS.contains(base)) {
            return number(expression)
                    .filter(value -> !value.isCast())
                    .map(Number::text)
                    .orElse(expression);
        }
        Matcher literal = TEXT.matcher(expression);
        return literal.matches() && literal.group("type").equals(literalType(base))
                ? literal.group("literal")
                : expression;
    }

    private String rewritten(Matcher match) {
        if (match.group("function") != null) {
            String argument = match.group("argument");
            return type(argument).filter("character varying"::equals).isPresent()
                    ? match.group("function") + "(" + argument + ")"
                    : match.group();
        }
        String column = match.group("column");
        if (column == null) {
            return match.group();
        }
        boolean cast = match.group("text") != null;
        return type(column)
                .filter(type -> cast == type.equals("character varying"))
                .flatMap(type -> match.group("list") == null ? comparison(match, type) : membership(match, type))
                .orElse(match.group());
    }

    private Optional<String> type(String column) {
        String name = column.startsWith("\"")
                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                : column;
        return Optional.ofNullable(types.get(name)).map(ReadableExpression::base);
    }

    private static Optional<String> comparison(Matcher match, String type) {
        String operator = match.group("operator");
        boolean text = type.equals("text") || type.equals("character varying");
        if (!text && !EQUALITY_AND_ORDER.contains(operator) || type.endsWith("]")) {
            return Optional.empty();
        }
        return operand(match.group("value"), type)
                .map(value -> match.group("column") + " " + WORDS.getOrDefault(operator, operator) + " " + value);
    }

    private static Optional<String> operand(String value, String type) {
        if (!NUMBERS.contains(type)) {
            return literal(value, type);
        }
        return number(value)
                .filter(number -> number.cast().isEmpty()
                        || number.cast().equals(type) && !type.equals("bigint")
                        || type.equals("real") && number.cast().equals("double precision"))
                .map(Number::text);
    }

    private static Optional<String> membership(Matcher match, String type) {
        List<String> values = new ArrayList<>();
        Matcher each = ONE_VALUE.matcher(match.group("values"));
        while (each.find()) {
            values.add(each.group());
        }
        List<Optional<String>> written =
                values.stream().map(value -> member(value, type)).toList();
        if (type.endsWith("]") || written.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        String operator = match.group("list").equals("= ANY") ? " IN (" : " NOT IN (";
        return Optional.of(match.group("column") + operator
                + String.join(", ", written.stream().flatMap(Optional::stream).toList()) + ")");
    }

    /** Returns an element of a list, with its type only if the element does not have it by itself. */
    private static Optional<String> member(String value, String type) {
        if (!NUMBERS.contains(type)) {
            return literal(value, type);
        }
        return number(value)
                .filter(number -> switch (type) {
                    case "integer", "smallint" ->
                        number.isInteger() && number.cast().isEmpty();
                    case "bigint" ->
                        number.cast().equals(type)
                                || number.isBig() && number.cast().isEmpty();
                    case "numeric" ->
                        number.cast().equals(type)
                                || number.isDecimal() && number.cast().isEmpty();
                    default -> number.cast().equals(type) && type.equals("double precision");
                })
                .map(Number::text);
    }

    private static Optional<String> literal(String value, String type) {
        String expected = type.equals("character varying") ? "text" : literalType(type);
        return Stream.of(TEXT.matcher(value))
                .filter(Matcher::matches)
                .filter(match -> match.group("type").equals(expected))
                .map(match -> match.group("literal"))
                .findFirst();
    }

    /**
     * Represents a number as the server prints it.
     *
     * @param text the text as a user writes it
     * @param type the type as which the server reads the text
     * @param cast the type that the text is cast to; empty for none
     */
    private record Number(String text, String type, String cast) {

        boolean isCast() {
            return !cast.isEmpty();
        }

        boolean isInteger() {
            return type.equals("integer");
        }

        boolean isBig() {
            return type.equals("bigint");
        }

        boolean isDecimal() {
            return type.equals("numeric");
        }
    }

    /** Returns the number, or empty if the server would read its text as a number of another type. */
    private static Optional<Number> number(String value) {
        Matcher match = NUMBER.matcher(value);
        if (!match.matches()) {
            return Optional.empty();
        }
        String quoted = match.group("quoted");
        String text = quoted == null ? match.group("plain") : quoted;
        String cast = match.group("cast") == null ? "" : match.group("cast");
        String type = naturalType(text);
        return quoted == null || match.group("own").equals(type)
                ? Optional.of(new Number(text, type, cast))
                : Optional.empty();
    }

    /** Returns the smallest type that holds the number, as the server chooses it. */
    private static String naturalType(String number) {
        if (number.contains(".")
                || number.length() > String.valueOf(Long.MIN_VALUE).length() - 2) {
            return "numeric";
        }
        long value = Long.parseLong(number);
        return Math.abs(value) <= Integer.MAX_VALUE ? "integer" : "bigint";
    }

    /** Returns the type without length, precision and scale. */
    private static String base(String type) {
        return type.replaceFirst("\\([0-9, ]+\\)", "");
    }

    /** Returns the type with which the server prints a literal of a type. */
    private static String literalType(String base) {
        return base.equals("character") ? "bpchar" : base;
    }
}
