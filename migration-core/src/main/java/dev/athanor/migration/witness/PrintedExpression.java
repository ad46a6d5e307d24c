package dev.athanor.migration.witness;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings an expression into the form that it has after it was printed, written down and read back.
 *
 * <p>The server prints {@code status IN ('a', 'b')} on a {@code varchar} as one cast of an array of {@code varchar} to
 * {@code text[]}. If that text is read back, for example from a dump, the server prints an array of casts from then on.
 * Both are an array of literals of type {@code text}. The same happens to an array of numbers that is cast as a whole, as
 * {@code n = ANY (ARRAY[1, 2])} on a {@code numeric}: each number has the cast from then on.
 */
final class PrintedExpression {

    private static final String LITERAL = "(?:NULL|E?'(?:[^']|'')*')";
    private static final String VARCHAR = "::character varying";
    private static final String TEXT = "::text";

    private static final Pattern ARRAY = Pattern.compile(
            "\\(ARRAY\\[(" + LITERAL + VARCHAR + "(?:, " + LITERAL + VARCHAR + ")*)\\]\\)" + TEXT + "\\[\\]");
    private static final Pattern ELEMENT = Pattern.compile("(" + LITERAL + ")" + VARCHAR);
    private static final Pattern CAST = Pattern.compile("\\((" + LITERAL + ")" + VARCHAR + "\\)" + TEXT);

    private static final String NUMBER = "'?-?[0-9.]+'?(?:::[a-z]+)?|NULL(?:::[a-z ]+)?";
    private static final Pattern NUMBERS = Pattern.compile(
            "\\(?ARRAY\\[((?:" + NUMBER + ")(?:, (?:" + NUMBER + "))*)\\]\\)?::([a-z]+(?: [a-z]+)?)\\[\\]");
    private static final Pattern BARE = Pattern.compile("\\((-?[0-9.]+|NULL)\\)::");

    private PrintedExpression() {}

    static String readBack(String text) {
        String numbers = text.contains("ARRAY[") ? numbers(text) : text;
        if (!numbers.contains(VARCHAR)) {
            return numbers;
        }
        String arrays = ARRAY.matcher(numbers).replaceAll(array -> Matcher.quoteReplacement(texts(array)));
        return CAST.matcher(arrays).replaceAll("$1" + TEXT);
    }

    /** Returns the text with the cast of an array at each of its numbers. */
    private static String numbers(String text) {
        String cast = NUMBERS.matcher(text)
                .replaceAll(array ->
                        Matcher.quoteReplacement(Stream.of(array.group(1).split(", "))
                                .map(number -> number.replaceFirst("::.*$", "") + "::" + array.group(2))
                                .collect(Collectors.joining(", ", "ARRAY[", "]"))));
        return BARE.matcher(cast).replaceAll("$1::");
    }

    private static String texts(MatchResult array) {
        return "ARRAY[" + ELEMENT.matcher(array.group(1)).replaceAll("$1" + TEXT) + "]";
    }
}
