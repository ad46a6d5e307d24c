package dev.athanor.migration.script;

import dev.athanor.migration.sql.SplitText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the positions of the parts of a script.
 *
 * @param header the comment lines above the first section
 * @param parts the sections that begin at the marker lines
 * @param strayCode whether there is anything else above the first section
 */
record Layout(List<Header.Line> header, List<Part> parts, boolean strayCode) {

    /**
     * Represents a section and its marker.
     *
     * @param marker the line that begins the section
     * @param limit the end of the section, exclusive
     * @param split the statements; null if placeholders have to be replaced first
     * @param allowances the lines {@code -- @allow rule: reason}
     */
    record Part(Marker marker, int limit, @Nullable SplitText split, List<Allowance> allowances) {

        Part {
            allowances = List.copyOf(allowances);
        }
    }

    Layout {
        header = List.copyOf(header);
        parts = List.copyOf(parts);
    }

    /** Returns whether a section begins that is, or may have been meant as, the upgrade. */
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
