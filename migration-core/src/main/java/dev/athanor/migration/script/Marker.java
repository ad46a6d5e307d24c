package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Represents a line that begins a section: {@code -- @upgrade [options]}.
 *
 * @param section the section that it begins
 * @param options the options of the section
 * @param waiver the word that stands in for statements; null if the section has statements
 * @param start the offset at which the line begins
 * @param end the offset at which the line ends, without its line end
 * @param line the line number
 */
record Marker(
        Kind section, SectionOptions options, @Nullable Waiver waiver, int start, int end, int line) {

    /** Lists the sections that a marker may begin. */
    enum Kind {
        UPGRADE(Set.of("up", "upgrades", "migrate", "apply")),
        DOWNGRADE(Set.of("down", "downgrades", "rollback", "undo", "revert")),
        /**
         * Marks a section word that is misspelt beyond recognition. It is reported, and the text below it is not read.
         */
        UNKNOWN(Set.of());

        private static final List<Kind> MEANT = List.of(UPGRADE, DOWNGRADE);

        private final String word = name().toLowerCase(Locale.ROOT);
        private final Set<String> misnomers;

        Kind(Set<String> misnomers) {
            this.misnomers = misnomers;
        }

        /** Returns the word as the marker line writes it. */
        String word() {
            return word;
        }

        static Kind meantBy(String written) {
            for (Kind kind : MEANT) {
                if (kind.word.equals(written)) {
                    return kind;
                }
            }
            String plain = written.toLowerCase(Locale.ROOT);
            for (Kind kind : MEANT) {
                if (kind.misnomers.contains(plain) || Spelling.isNear(plain, kind.word())) {
                    return kind;
                }
            }
            return UNKNOWN;
        }
    }

    /** Returns how the section's statements commit. */
    TransactionMode transaction() {
        return options.transaction();
    }

    /** Returns the marker line of this section with an option, formatted for a message. */
    String with(String option) {
        return "`-- @" + section.word() + " " + option + "`";
    }
}
