package dev.athanor.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects in words how two forms of one element differ. */
final class DifferenceLines {

    private static final String NONE = "none";

    private final List<String> lines = new ArrayList<>();

    /** Adds a line where the two differ. */
    void add(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(what + " " + (before == null ? NONE : before) + " → " + (after == null ? NONE : after));
        }
    }

    /** Adds a line that names what differs without showing it, where it is too long to be shown. */
    void addLong(String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(what + " differs");
        }
    }

    /** Adds a line that shows the words for either state, where the two differ. */
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
