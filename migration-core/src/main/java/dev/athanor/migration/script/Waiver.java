package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defines the words on the line {@code -- @downgrade} that stand in for statements. */
enum Waiver {
    /** Declares that the revision cannot be taken back. */
    IRREVERSIBLE("Section `@upgrade` cannot be irreversible.", "is irreversible") {
        @Override
        Downgrade downgrade() {
            return new Downgrade.Irreversible();
        }
    },
    /** Declares that there is nothing to take back. */
    NOTHING("Section `@upgrade` cannot say `nothing`.", "says that there is nothing to take back") {
        @Override
        Downgrade downgrade() {
            return new Downgrade.Nothing();
        }
    };

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String notOfUpgrades;
    private final String meaning;

    Waiver(String notOfUpgrades, String meaning) {
        this.notOfUpgrades = notOfUpgrades;
        this.meaning = meaning;
    }

    abstract Downgrade downgrade();

    /** Returns the word as the marker line writes it. */
    String word() {
        return word;
    }

    /** Returns the problem of an upgrade section that has this word. */
    String notOfUpgrades() {
        return notOfUpgrades;
    }

    /** Returns what the word declares about the section, as the rest of a sentence. */
    String meaning() {
        return meaning;
    }

    static boolean is(String word) {
        return of(word).isPresent();
    }

    /** Returns the waivers among some words, each once. */
    static List<Waiver> among(List<String> words) {
        return words.stream()
                .map(Waiver::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Waiver> of(String word) {
        for (Waiver waiver : values()) {
            if (waiver.word.equals(word)) {
                return Optional.of(waiver);
            }
        }
        return Optional.empty();
    }
}
