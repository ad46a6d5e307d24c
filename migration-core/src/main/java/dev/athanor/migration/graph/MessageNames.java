package dev.athanor.migration.graph;

import java.util.Collection;
import java.util.List;

/** Formats names and numbers for error messages. */
final class MessageNames {

    private static final List<String> NUMBERS =
            List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");
    private static final int SHOWN = 10;

    private MessageNames() {}

    /**
     * Returns the names as {@code a}, {@code a and b} or {@code a, b and c}; a list of more than ten names ends in
     * {@code and 12 more}.
     */
    static String list(Collection<?> names) {
        List<String> shown = names.stream().map(Object::toString).limit(SHOWN).toList();
        if (names.size() > SHOWN) {
            return String.join(", ", shown) + " and " + (names.size() - SHOWN) + " more";
        }
        int last = shown.size() - 1;
        return last < 1
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    /** Returns the number for the beginning of a sentence, up to ten as a word. */
    static String count(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
    }
}
