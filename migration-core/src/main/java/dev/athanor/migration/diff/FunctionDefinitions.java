package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.QualifiedName;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Derives the properties of functions from their definitions. */
final class FunctionDefinitions {

    private static final Pattern WORDY_TYPE = Pattern.compile(
            "double precision|(?:character|bit) varying.*" + "|(?:time|timestamp)(?:\\(\\d\\))? with.*|interval.*");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?:(?:IN|INOUT|OUT|VARIADIC) )?(?:\"(?:[^\"]|\"\")*\"|[^ \"]+) (?<type>.+)");
    private static final String LANGUAGE = "\n LANGUAGE ";

    private FunctionDefinitions() {}

    /**
     * Returns whether {@code CREATE OR REPLACE} turns one into the other and back, because argument names, defaults and
     * the return type are the same.
     */
    static boolean isReplaceable(Function from, Function to) {
        return from.kind() == to.kind() && head(from).equals(head(to));
    }

    private static String head(Function function) {
        int end = function.definition().indexOf(LANGUAGE);
        return end < 0 ? function.definition() : function.definition().substring(0, end);
    }

    /**
     * Returns the function's name with its argument types. Two functions of one signature cannot exist at once,
     * whatever their arguments are called.
     */
    static QualifiedName signature(Function function) {
        String types = Arrays.stream(function.arguments().split(", "))
                .map(FunctionDefinitions::type)
                .collect(Collectors.joining(", "));
        return function.name().sibling(function.name().name() + "(" + types + ")");
    }

    /**
     * Returns a name that all functions of one name share. A call can be ambiguous between a function that goes and
     * another one that comes in its place.
     */
    static QualifiedName overloads(Function function) {
        return function.name().sibling(function.name().name() + "(…)");
    }

    private static String type(String argument) {
        Matcher named = ARGUMENT.matcher(argument);
        return named.matches() && !WORDY_TYPE.matcher(argument).matches() ? named.group("type") : argument;
    }

    /** Returns whether the body is a string, which the server reads without recording dependencies. */
    static boolean isOpaque(Function function) {
        return function.definition().contains("\nAS ");
    }

    /** Returns whether the definition contains the word. */
    static boolean mentions(Function function, String word) {
        String text = function.definition();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!isInWord(text, at - 1) && !isInWord(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWord(String text, int index) {
        return index >= 0
                && index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }
}
