package dev.athanor.migration.history;

import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Section;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A downgrade section as the history keeps it: complete with its marker, so that a build without the script can read and
 * run it.
 *
 * @since 0.1.0
 */
public final class StoredDowngrade {

    private StoredDowngrade() {}

    /** Null where there is no way back to keep. */
    public static @Nullable String text(Downgrade downgrade) {
        return downgrade.accept(new Downgrade.Visitor<@Nullable String>() {
            @Override
            public @Nullable String reversible(Downgrade.Reversible reversible) {
                return StoredDowngrade.text(reversible.section());
            }

            @Override
            public @Nullable String nothing(Downgrade.Nothing nothing) {
                return "-- @downgrade nothing\n";
            }

            @Override
            public @Nullable String irreversible(Downgrade.Irreversible irreversible) {
                return "-- @downgrade irreversible\n";
            }

            @Override
            public @Nullable String empty(Downgrade.Empty empty) {
                return null;
            }

            @Override
            public @Nullable String unreadable(Downgrade.Unreadable unreadable) {
                return null;
            }

            @Override
            public @Nullable String missing(Downgrade.Missing missing) {
                return null;
            }
        });
    }

    /** Code is not kept. */
    private static @Nullable String text(Section section) {
        return section.code().isPresent() ? null : marker(section.options()) + section.kept();
    }

    /** Returns the line that begins a downgrade with these options. */
    public static String marker(List<String> options) {
        return options.stream().map(option -> " " + option).collect(Collectors.joining("", "-- @downgrade", "\n"));
    }
}
