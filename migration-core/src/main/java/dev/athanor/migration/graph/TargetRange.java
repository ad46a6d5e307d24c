package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.Optional;

/**
 * Represents a range {@code a:b}, either side of which may be empty.
 *
 * @since 0.1.0
 */
public record TargetRange(Optional<Target> from, Optional<Target> to) {

    /** Returns whether the text is meant as a range, that is, contains a colon. */
    public static boolean isRange(String text) {
        return text.indexOf(':') >= 0;
    }

    /**
     * Parses {@code a:b}, {@code a:}, {@code :b} and {@code :}.
     *
     * @throws TargetException if the text has no colon or more than one
     */
    public static TargetRange parse(String text) {
        String[] sides = text.split(":", -1);
        if (sides.length == 1) {
            throw new TargetException(
                    Kind.RANGE_REQUIRED,
                    "'" + text + "' is one target, and a range is needed.",
                    "Write `from:to`; either end may be left out, as in `:" + text + "`.");
        }
        if (sides.length > 2) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "'" + text + "' has more than one colon.",
                    "Write a range as `from:to`, with one colon.");
        }
        return new TargetRange(side(sides[0]), side(sides[1]));
    }

    private static Optional<Target> side(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Target.parse(text));
    }

    @Override
    public String toString() {
        return from.map(Target::toString).orElse("") + ":"
                + to.map(Target::toString).orElse("");
    }
}
