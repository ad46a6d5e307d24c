package dev.athanor.migration.drawing;

/** A line of characters, lanes at the even places and what leads from lane to lane between them. */
final class TextLine {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final char folded;

    /**
     * @param lanes how many lanes are drawn; what is farther right is folded into one sign
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

    /** Only where there is nothing. */
    void putUnder(int place, char character) {
        if (place < limit && (place >= text.length() || text.charAt(place) == ' ')) {
            put(place, character);
        }
    }

    void lane(int column, char character) {
        put(2 * column, character);
    }

    /** Moves what is in a column half a column to the left. */
    void slope(int column, char character) {
        if (2 * column < limit) {
            put(2 * column, ' ');
        }
        put(2 * column - 1, character);
    }

    /** With blanks up to this length. */
    String filled(int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
