package dev.athanor.migration.runner;

import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Section;
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
        return downgrade instanceof Downgrade.Reversible reversible ? text(reversible.section()) : null;
    }

    private static String text(Section section) {
        String options = section.options().stream().map(option -> " " + option).collect(Collectors.joining());
        return "-- @downgrade" + options + "\n" + section.kept();
    }
}
