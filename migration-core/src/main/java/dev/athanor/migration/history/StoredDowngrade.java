package dev.athanor.migration.history;

import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Section;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A downgrade section as the history keeps it: complete with its marker, so that a build without the script can read and
 * run it.
 */
public final class StoredDowngrade {

    private StoredDowngrade() {}

    /** Null where there is no way back to keep. */
    public static @Nullable String text(Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Irreversible) {
            return "-- @downgrade irreversible\n";
        }
        if (downgrade instanceof Downgrade.Nothing) {
            return "-- @downgrade nothing\n";
        }
        return downgrade instanceof Downgrade.Reversible reversible ? text(reversible.section()) : null;
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
