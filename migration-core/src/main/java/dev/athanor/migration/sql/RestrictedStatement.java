package dev.athanor.migration.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Represents a statement into which a condition was inserted.
 *
 * @param sql the text that is sent
 * @param origin the statement as written
 * @param shifts the places at which both differ, in order
 * @since 0.1.0
 */
public record RestrictedStatement(String sql, String origin, List<Shift> shifts) {

    /**
     * Represents a text that replaces another one.
     *
     * @param start the offset at which it begins in the text that is sent
     * @param end the end of the text there, exclusive
     * @param originStart the offset of the replaced text in the statement as written
     * @param originEnd the end of the replaced text, exclusive
     */
    public record Shift(int start, int end, int originStart, int originEnd) {}

    public RestrictedStatement {
        shifts = List.copyOf(shifts);
    }

    static RestrictedStatement of(RangedStatement ranged, String condition) {
        StringBuilder text = new StringBuilder();
        List<Shift> shifts = new ArrayList<>();
        int copied = 0;
        for (RangedStatement.Place place : ranged.places()) {
            text.append(ranged.sql(), copied, place.start());
            int start = text.length();
            text.append(place.before()).append(condition).append(place.after());
            shifts.add(new Shift(start, text.length(), place.start(), place.end()));
            copied = place.end();
        }
        text.append(ranged.sql(), copied, ranged.sql().length()).append(ranged.tail());
        return new RestrictedStatement(text.toString(), ranged.sql(), shifts);
    }

    /**
     * Returns the position in the statement as written.
     *
     * @param position the position in the text that is sent, in characters, from 1
     */
    public int originOf(int position) {
        int at = sql.offsetByCodePoints(0, Math.max(0, Math.min(position - 1, sql.codePointCount(0, sql.length()))));
        int result = at;
        for (Shift shift : shifts) {
            if (at >= shift.end()) {
                result = at - shift.end() + shift.originEnd();
            } else if (at >= shift.start()) {
                result = shift.originStart();
            }
        }
        return origin.codePointCount(0, Math.min(result, origin.length())) + 1;
    }
}
