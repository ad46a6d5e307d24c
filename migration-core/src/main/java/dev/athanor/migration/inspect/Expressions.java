package dev.athanor.migration.inspect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes expressions that the server prints, so that an expression prints the same after it has been read back.
 *
 * <p>The server prints {@code status IN ('a', 'b')} on a {@code varchar} as one cast of an array. Read back, that
 * expression is printed as an array of casts. Both mean an array of texts.
 */
final class Expressions {

    private static final String LITERAL = "E?'(?:[^']|'')*'";
    private static final String VARCHAR = "::character varying";

    /**
     * Matches an array of literals that are cast to text all at once or one by one, or else a literal or name, which is
     * skipped.
     */
    private static final Pattern TEXT_ARRAYS =
            Pattern.compile("(?<once>\\(ARRAY\\[" + list(LITERAL + VARCHAR) + "\\]\\)::text\\[\\])"
                    + "|(?<bare>ARRAY\\[" + list(LITERAL + VARCHAR) + "\\]::text\\[\\])"
                    + "|(?<each>ARRAY\\[" + list("\\(?" + LITERAL + VARCHAR + "\\)?::text") + "\\])"
                    + "|" + LITERAL + "|\"(?:[^\"]|\"\")*\"");

    private static final Pattern ELEMENT = Pattern.compile("(" + LITERAL + ")" + VARCHAR);

    private Expressions() {}

    private static String list(String element) {
        return element + "(?:, " + element + ")*";
    }

    static @Nullable String normalizedOrNull(@Nullable String expression) {
        return expression == null ? null : normalized(expression);
    }

    /** Normalizes an expression and removes its outer parentheses. */
    static String normalized(String expression) {
        String bare = expression;
        while (isWrapped(bare)) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return query(bare);
    }

    /** Normalizes the expressions in a query. */
    static String query(String query) {
        if (!query.contains(VARCHAR)) {
            return query;
        }
        return TEXT_ARRAYS.matcher(query).replaceAll(match -> Matcher.quoteReplacement(texts(match)));
    }

    private static String texts(MatchResult match) {
        String found = match.group();
        if (!found.endsWith("]")) {
            return found;
        }
        StringBuilder texts = new StringBuilder();
        Matcher elements = ELEMENT.matcher(found);
        while (elements.find()) {
            texts.append(texts.isEmpty() ? "ARRAY[" : ", ")
                    .append(elements.group(1))
                    .append("::text");
        }
        return texts.append(']').toString();
    }

    /** Returns whether the last character closes the first parenthesis. */
    private static boolean isWrapped(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int at = 0; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = text.indexOf(c, at + 1);
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
