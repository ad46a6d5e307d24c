package dev.athanor.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects descriptions of the differences between two forms of one element. */
final class DifferenceLines {

    private static final String NONE = "none";

    private final List<String> lines = new ArrayList<>();

    /** Adds a line if the values differ. */
    void add(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(what + " " + (before == null ? NONE : before) + " → " + (after == null ? NONE : after));
        }
    }

    /** Adds a line that names the difference without its values, which are too long to show. */
    void addLong(String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(what + " differs");
        }
    }

    /** Adds a line with the words for both states if the states differ. */
    void addState(boolean before, boolean after, String yes, String no) {
        if (before != after) {
            lines.add(after ? no + " → " + yes : yes + " → " + no);
        }
    }

    void comment(@Nullable String before, @Nullable String after) {
        add("comment", quoted(before), quoted(after));
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : "'" + text + "'";
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
