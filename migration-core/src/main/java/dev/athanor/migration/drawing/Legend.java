package dev.athanor.migration.drawing;

import java.util.ArrayList;
import java.util.List;

/** Explains the signs of a drawing that are not obvious, below the drawing. */
record Legend(Glyphs glyphs, int width) {

    List<String> lines(LaneLayout layout, int drawn) {
        List<String> lines = new ArrayList<>();
        boolean dotted = layout.rows().stream()
                .flatMap(row -> row.edges().stream())
                .anyMatch(edge -> edge.link() == Link.DEPENDS_ON);
        if (dotted) {
            lines.add("");
            lines.add(down(Link.REVISES) + " revises   " + down(Link.DEPENDS_ON) + " depends on");
        }
        if (layout.width() > drawn) {
            lines.add("");
            int folded = layout.width() - drawn;
            lines.addAll(wrapped(glyphs.folded() + " stands for "
                    + (folded == 1 ? "1 lane that does not fit" : "up to " + folded + " lanes that do not fit")
                    + " into " + width
                    + " columns. Draw fewer revisions with `-r A:B`, or set COLUMNS to a larger number."));
        }
        return lines;
    }

    private char down(Link link) {
        return glyphs.stroke(link).down();
    }

    private List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
