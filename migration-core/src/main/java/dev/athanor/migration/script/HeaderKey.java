package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A key of the header, and what people write instead of it. */
public enum HeaderKey {
    REVISION_ID("Revision ID", Set.of("revision", "revision identifier")),
    REVISES(
            "Revises",
            Set.of(
                    "revises id",
                    "revises ids",
                    "down revision",
                    "down revisions",
                    "down revision id",
                    "parent revision")),
    DEPENDS_ON("Depends On", Set.of("depends", "depends upon", "dependencies", "dependency")),
    BRANCH_LABELS("Branch Labels", Set.of("branch label")),
    CREATE_DATE("Create Date", Set.of("creation date", "create time")),
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

    /** As headers write it. */
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

    /** The key that was probably meant. */
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
