package dev.athanor.migration.drawing;

/** A line of characters, lanes at the even places and what leads from lane to lane between them. */
final class TextLine {

    private final StringBuilder text = new StringBuilder();

    void put(int place, char character) {
        while (text.length() <= place) {
            text.append(' ');
        }
        text.setCharAt(place, character);
    }

    /** Only where there is nothing. */
    void putUnder(int place, char character) {
        if (place >= text.length() || text.charAt(place) == ' ') {
            put(place, character);
        }
    }

    void lane(int column, char character) {
        put(2 * column, character);
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
