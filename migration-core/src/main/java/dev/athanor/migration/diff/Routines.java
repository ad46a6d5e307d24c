package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Function;

/** What can be known of a function by its definition. */
final class Routines {

    private static final String LANGUAGE = "\n LANGUAGE ";

    private Routines() {}

    /** Whether {@code CREATE OR REPLACE} makes one of the other, and back: names, defaults and what it returns are the same. */
    static boolean isReplaceable(Function from, Function to) {
        return from.kind() == to.kind() && head(from).equals(head(to));
    }

    private static String head(Function function) {
        int end = function.definition().indexOf(LANGUAGE);
        return end < 0 ? function.definition() : function.definition().substring(0, end);
    }

    /** Whether its body is text, which the server reads without keeping what it needs. */
    static boolean isOpaque(Function function) {
        return function.definition().contains("\nAS ");
    }

    /** Whether its text has a word. */
    static boolean mentions(Function function, String word) {
        String text = function.definition();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean whole = (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
            if (whole) {
                return true;
            }
        }
        return false;
    }
}
