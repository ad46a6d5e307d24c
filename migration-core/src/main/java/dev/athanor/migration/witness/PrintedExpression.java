package dev.athanor.migration.witness;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings an expression into the form that it has after it was printed, written down and read back.
 *
 * <p>The server prints {@code status IN ('a', 'b')} on a {@code varchar} as one cast of an array of {@code varchar} to
 * {@code text[]}. If that text is read back, for example from a dump, the server prints an array of casts from then on.
 * Both are an array of literals of type {@code text}.
 */
final class PrintedExpression {

    private static final String LITERAL = "E?'(?:[^']|'')*'";
    private static final String VARCHAR = "::character varying";
    private static final String TEXT = "::text";

    private static final Pattern ARRAY = Pattern.compile(
            "\\(ARRAY\\[(" + LITERAL + VARCHAR + "(?:, " + LITERAL + VARCHAR + ")*)\\]\\)" + TEXT + "\\[\\]");
    private static final Pattern ELEMENT = Pattern.compile("(" + LITERAL + ")" + VARCHAR);
    private static final Pattern CAST = Pattern.compile("\\((" + LITERAL + ")" + VARCHAR + "\\)" + TEXT);

    private PrintedExpression() {}

    static String readBack(String text) {
        if (!text.contains(VARCHAR)) {
            return text;
        }
        String arrays = ARRAY.matcher(text).replaceAll(array -> Matcher.quoteReplacement(texts(array)));
        return CAST.matcher(arrays).replaceAll("$1" + TEXT);
    }

    private static String texts(MatchResult array) {
        return "ARRAY[" + ELEMENT.matcher(array.group(1)).replaceAll("$1" + TEXT) + "]";
    }
}
