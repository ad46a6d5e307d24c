package dev.athanor.migration.history;

import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A downgrade section as the history keeps it: complete with its marker, so that a build without the script can read and
 * run it.
 *
 * @since 0.1.0
 */
public final class StoredDowngrade {

    private StoredDowngrade() {}

    /** Returns the text of a downgrade; empty where there is no way back to keep. */
    public static Optional<String> text(Downgrade downgrade) {
        return downgrade.accept(new Downgrade.Visitor<Optional<String>>() {
            @Override
            public Optional<String> reversible(Downgrade.Reversible reversible) {
                return StoredDowngrade.text(reversible.section());
            }

            @Override
            public Optional<String> nothing(Downgrade.Nothing nothing) {
                return Optional.of("-- @downgrade nothing\n");
            }

            @Override
            public Optional<String> irreversible(Downgrade.Irreversible irreversible) {
                return Optional.of("-- @downgrade irreversible\n");
            }

            @Override
            public Optional<String> empty(Downgrade.Empty empty) {
                return Optional.empty();
            }

            @Override
            public Optional<String> unreadable(Downgrade.Unreadable unreadable) {
                return Optional.empty();
            }

            @Override
            public Optional<String> missing(Downgrade.Missing missing) {
                return Optional.empty();
            }
        });
    }

    /** Code is not kept. */
    private static Optional<String> text(Section section) {
        return section.code().isPresent() ? Optional.empty() : Optional.of(marker(section.options()) + section.kept());
    }

    /** Returns the line that begins a downgrade with these options. */
    public static String marker(List<String> options) {
        return options.stream().map(option -> " " + option).collect(Collectors.joining("", "-- @downgrade", "\n"));
    }
}
