package dev.athanor.migration.drawing;

/** Builds a line of characters, with lanes at the even positions and the edges between lanes at the odd ones. */
final class TextLine {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final char folded;

    /**
     * Creates an empty line.
     *
     * @param lanes the number of lanes that are drawn; everything farther right is folded into one sign
     * @param folded the sign
     */
    TextLine(int lanes, char folded) {
        this.limit = 2 * lanes;
        this.folded = folded;
    }

    void put(int place, char character) {
        int drawn = Math.min(place, limit);
        while (text.length() <= drawn) {
            text.append(' ');
        }
        text.setCharAt(drawn, place < limit ? character : folded);
    }

    /** Puts the character at the place if it is still blank. */
    void putUnder(int place, char character) {
        if (place < limit && (place >= text.length() || text.charAt(place) == ' ')) {
            put(place, character);
        }
    }

    void lane(int column, char character) {
        put(2 * column, character);
    }

    /** Moves the content of a column half a column to the left. */
    void slope(int column, char character) {
        if (2 * column < limit) {
            put(2 * column, ' ');
        }
        put(2 * column - 1, character);
    }

    /** Returns the text, padded with blanks to this length. */
    String filled(int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
