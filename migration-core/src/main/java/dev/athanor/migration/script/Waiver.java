package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word on the line {@code -- @downgrade} that stands in for statements. */
enum Waiver {
    /** There is no way back. */
    IRREVERSIBLE("Section `@upgrade` cannot be irreversible.", "is irreversible") {
        @Override
        Downgrade downgrade() {
            return new Downgrade.Irreversible();
        }
    },
    /** There is nothing to take back. */
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

    /** As the marker line writes it. */
    String word() {
        return word;
    }

    /** What is wrong where an upgrade says it. */
    String notOfUpgrades() {
        return notOfUpgrades;
    }

    /** What the section then does, as a sentence goes on with it. */
    String meaning() {
        return meaning;
    }

    static boolean is(String word) {
        return of(word).isPresent();
    }

    /** Those among some words, each once. */
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
