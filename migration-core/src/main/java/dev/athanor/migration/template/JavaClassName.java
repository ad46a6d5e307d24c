package dev.athanor.migration.template;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names the class of a new revision in Java: {@code add writing styles} becomes {@code AddWritingStyles}.
 *
 * @since 0.1.0
 */
public final class JavaClassName {

    /**
     * Lists the names that such a class uses itself, that Java knows without an import, and that Windows cannot store.
     */
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
     * Returns the words of the message as a class name, followed by the id if that name is taken.
     *
     * @param exists the test whether such a class exists already
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
