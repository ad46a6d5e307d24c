package dev.athanor.migration.inspect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes expressions that the server prints, so that an expression prints the same after it has been read back.
 *
 * <p>The server prints {@code status IN ('a', 'b')} on a {@code varchar} as one cast of an array. Read back, that
 * expression is printed as an array of casts. Both mean an array of texts. The same holds for numbers: {@code price = ANY
 * (ARRAY[1, 2]::numeric[])}.
 */
final class Expressions {

    private static final String LITERAL = "E?'(?:[^']|'')*'";
    private static final String TEXT = "(?:" + LITERAL + "|NULL)";
    private static final String VARCHAR = "::character varying";
    private static final String NUMBER = "(?:[0-9]+(?:\\.[0-9]+)?|(?:'-[0-9.]+'|NULL)::[a-z]+)";

    /**
     * Matches an array of literals that are cast to text all at once or one by one, or else a literal or name, which is
     * skipped.
     */
    private static final Pattern ARRAYS =
            Pattern.compile("(?<once>\\(ARRAY\\[" + list(TEXT + VARCHAR) + "\\]\\)::text\\[\\])"
                    + "|(?<bare>ARRAY\\[" + list(TEXT + VARCHAR) + "\\]::text\\[\\])"
                    + "|(?<each>ARRAY\\[" + list("\\(?" + TEXT + VARCHAR + "\\)?::text") + "\\])"
                    + "|(?<numbers>ARRAY\\[" + list(NUMBER) + "\\]::(?<type>[a-z]+(?: precision)?)\\[\\])"
                    + "|" + LITERAL + "|\"(?:[^\"]|\"\")*\"");

    private static final int NUMBERS_TYPE = 5;

    private static final Pattern ELEMENT = Pattern.compile("(" + TEXT + ")" + VARCHAR);

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
        return query.contains("ARRAY[")
                ? ARRAYS.matcher(query).replaceAll(match -> Matcher.quoteReplacement(array(match)))
                : query;
    }

    private static String array(MatchResult match) {
        String found = match.group();
        String type = match.group(NUMBERS_TYPE);
        if (type != null) {
            String elements = found.substring(0, found.lastIndexOf("]::"));
            return elements.replace(", ", "::" + type + ", ") + "::" + type + "]";
        }
        return found.endsWith("]") ? texts(found) : found;
    }

    private static String texts(String found) {
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
