package dev.athanor.migration.script;

import dev.athanor.migration.sql.SplitText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a script are.
 *
 * @param header the comment lines above the first section
 * @param parts what begins at the marker lines
 * @param strayCode whether there is anything else above the first section
 */
record Layout(List<Header.Line> header, List<Part> parts, boolean strayCode) {

    /**
     * A section and its marker.
     *
     * @param marker the line that begins it
     * @param limit where it ends, exclusive
     * @param split its statements; null where its placeholders have to be replaced first
     */
    record Part(Marker marker, int limit, @Nullable SplitText split) {}

    Layout {
        header = List.copyOf(header);
        parts = List.copyOf(parts);
    }

    /** Whether a section begins that is, or may have been meant as, the way up. */
    boolean hasUpgrade() {
        for (Part part : parts) {
            if (part.marker.section() != Marker.Kind.DOWNGRADE) {
                return true;
            }
        }
        return false;
    }

    boolean isBlank() {
        return header.isEmpty() && parts.isEmpty() && !strayCode;
    }
}
