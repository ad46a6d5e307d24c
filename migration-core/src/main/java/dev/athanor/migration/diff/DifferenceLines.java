package dev.athanor.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects descriptions of the differences between two forms of one element. */
final class DifferenceLines {

    private static final String NONE = "none";

    /**
     * Describes how two forms differ in one property.
     *
     * @param what the difference in one line
     * @param values the values of both forms, if they can be shown
     */
    record Line(String what, Optional<Difference.Values> values) {

        private static Line of(String what, String before, String after) {
            return new Line(
                    what + before + " → " + after, Optional.of(new Difference.Values(what + before, what + after)));
        }
    }

    private final List<Line> lines = new ArrayList<>();

    /** Adds a line if the values differ. */
    void add(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(Line.of(what + " ", text(before), text(after)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    /** Adds a line that names the difference without its values, which are too long to show. */
    void addLong(String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(new Line(what + " differs", Optional.empty()));
        }
    }

    /** Adds a line with the words for both states if the states differ. */
    void addState(boolean before, boolean after, String yes, String no) {
        if (before != after) {
            lines.add(Line.of("", before ? yes : no, after ? yes : no));
        }
    }

    void comment(@Nullable String before, @Nullable String after) {
        add("comment", quoted(before), quoted(after));
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : "'" + text + "'";
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
