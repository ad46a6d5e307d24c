package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the class of a new revision in Java is called: {@code add writing styles} is {@code AddWritingStyles}.
 *
 * @since 0.1.0
 */
public final class JavaClassName {

    /** What such a class names itself, what Java does without an import, and what Windows does not store. */
    private static final Set<String> TAKEN = Set.of(
            "Operations",
            "JavaRevision",
            "ReversibleRevision",
            "RevisionHeader",
            "Override",
            "String",
            "Object",
            "List",
            "Con",
            "Prn",
            "Aux",
            "Nul");

    private JavaClassName() {}

    /**
     * The words of the message; with the id behind them where that name cannot be had.
     *
     * @param exists whether there is such a class already
     */
    public static String of(RevisionDraft draft, int longest, Predicate<String> exists) {
        String words = words(Slug.of(draft.subject(), longest));
        String id = words(draft.id().value());
        if (words.isEmpty()) {
            return "Revision" + id;
        }
        String name = Character.isDigit(words.charAt(0)) ? "Revision" + words : words;
        return TAKEN.contains(name) || exists.test(name) ? name + id : name;
    }

    private static String words(String text) {
        return Stream.of(text.split("[^\\p{Alnum}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining());
    }
}
