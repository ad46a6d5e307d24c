package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Defines the keys of the header, each with the words that people often write instead of it.
 *
 * @since 0.1.0
 */
public enum HeaderKey {
    /** Holds the id of the revision. */
    REVISION_ID("Revision ID", Set.of("revision", "revision identifier")),
    /** Holds the down revisions. */
    REVISES(
            "Revises",
            Set.of(
                    "revises id",
                    "revises ids",
                    "down revision",
                    "down revisions",
                    "down revision id",
                    "parent revision")),
    /** Holds the revisions that must be applied before. */
    DEPENDS_ON("Depends On", Set.of("depends", "depends upon", "dependencies", "dependency")),
    /** Holds the labels of the branch. */
    BRANCH_LABELS("Branch Labels", Set.of("branch label")),
    /** Holds the time at which the file was written. */
    CREATE_DATE("Create Date", Set.of("creation date", "create time")),
    /** Marks the revision as a draft, with the reason. */
    DRAFT("Draft", Set.of());

    private static final List<HeaderKey> KEYS = List.of(values());
    private static final int LONGEST = 24;

    private final String words;
    private final String lowerCase;
    private final Set<String> misnomers;

    HeaderKey(String words, Set<String> misnomers) {
        this.words = words;
        this.lowerCase = words.toLowerCase(Locale.ROOT);
        this.misnomers = misnomers;
    }

    /** Returns the key as headers write it. */
    public String words() {
        return words;
    }

    static Optional<HeaderKey> named(String written) {
        for (HeaderKey key : KEYS) {
            if (key.words.equalsIgnoreCase(written)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Returns the key that a misspelt word probably means. */
    static Optional<HeaderKey> meantBy(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain =
                written.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
        return Stream.of(values())
                .filter(key -> key.misnomers.contains(plain) || Spelling.isNear(plain, key.lowerCase))
                .findFirst();
    }
}
