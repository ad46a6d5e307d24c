package dev.athanor.migration.sql;

/**
 * Counts lines forwards through a text: CRLF is one line end, and so is a lone CR.
 *
 * @since 0.1.0
 */
public final class LineCounter {

    private final String text;
    private final boolean onlyLineFeeds;
    private int position;
    private int line;
    private int lineFeed;

    /**
     * @param text the text
     * @param from the offset at which to begin
     * @param firstLine the number of the line on which {@code from} lies
     */
    public LineCounter(String text, int from, int firstLine) {
        this.text = text;
        this.onlyLineFeeds = text.indexOf('\r', from) < 0;
        this.position = from;
        this.line = firstLine;
        this.lineFeed = lineFeedFrom(from);
    }

    /** Returns the line of an offset. An offset before the one of the last call gets the line of the last call. */
    public int lineAt(int offset) {
        if (onlyLineFeeds) {
            countLineFeeds(offset);
        } else {
            countLineEnds(offset);
        }
        return line;
    }

    /**
     * Returns the offset at which the line of an offset ends, without the line end, or {@code limit} if the line does
     * not end before.
     */
    int endOfLine(int offset, int limit) {
        if (onlyLineFeeds) {
            int found = text.indexOf('\n', offset);
            return found < 0 || found > limit ? limit : found;
        }
        int at = offset;
        while (at < limit && !Characters.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void countLineFeeds(int offset) {
        while (lineFeed < offset) {
            line++;
            lineFeed = lineFeedFrom(lineFeed + 1);
        }
    }

    private int lineFeedFrom(int offset) {
        int found = text.indexOf('\n', offset);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    private void countLineEnds(int offset) {
        for (; position < offset; position++) {
            if (endsLine(position)) {
                line++;
            }
        }
    }

    private boolean endsLine(int at) {
        char character = text.charAt(at);
        return character == '\n' || character == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
    }
}
