package dev.athanor.migration.script;

import java.util.List;

/**
 * Maps the lines of a text in which placeholders were replaced to the lines of its file.
 *
 * @param insertions the values of more than one line, in order
 */
record LineMap(List<Insertion> insertions) {

    static final LineMap SAME = new LineMap(List.of());

    /**
     * Represents a value with line ends.
     *
     * @param line the line of the replaced text on which the value begins
     * @param lineEnds the number of line ends in the value
     */
    record Insertion(int line, int lineEnds) {}

    LineMap {
        insertions = List.copyOf(insertions);
    }

    int fileLine(int replacedLine) {
        int inserted = 0;
        for (Insertion insertion : insertions) {
            int into = replacedLine - insertion.line;
            inserted += Math.max(0, Math.min(into, insertion.lineEnds));
        }
        return replacedLine - inserted;
    }
}
