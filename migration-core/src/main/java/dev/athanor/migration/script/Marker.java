package dev.athanor.migration.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins a section: {@code -- @upgrade [options]}.
 *
 * @param section what it begins
 * @param options what it says of the section
 * @param waiver what it says instead of statements; null where it has statements
 * @param start where the line begins
 * @param end where it ends, its line end excluded
 * @param line its number
 */
record Marker(
        Kind section, SectionOptions options, @Nullable Waiver waiver, int start, int end, int line) {

    /** What a marker begins. */
    enum Kind {
        UPGRADE(Set.of("up", "upgrades", "migrate", "apply")),
        DOWNGRADE(Set.of("down", "downgrades", "rollback", "undo", "revert")),
        /** Misspelt beyond recognition: reported, and what follows is not read. */
        UNKNOWN(Set.of());

        private static final List<Kind> MEANT = List.of(UPGRADE, DOWNGRADE);

        private final String word = name().toLowerCase(Locale.ROOT);
        private final Set<String> misnomers;

        Kind(Set<String> misnomers) {
            this.misnomers = misnomers;
        }

        /** As the marker line writes it. */
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

    /** How the section's statements commit. */
    TransactionMode transaction() {
        return options.transaction();
    }

    /** The line to write for this section with an option. */
    String with(String option) {
        return "`-- @" + section.word() + " " + option + "`";
    }
}
