package dev.athanor.migration.script;

import java.util.List;

/**
 * Where the parts of a script are.
 *
 * @param header the comment lines above the first section
 * @param markers the lines that begin sections
 * @param strayCode whether there is anything else above the first section
 */
record Layout(List<Header.Line> header, List<Marker> markers, boolean strayCode) {

    Layout {
        header = List.copyOf(header);
        markers = List.copyOf(markers);
    }

    boolean isBlank() {
        return header.isEmpty() && markers.isEmpty() && !strayCode;
    }
}
