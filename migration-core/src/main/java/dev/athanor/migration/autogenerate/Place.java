package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;

/**
 * Tells on which side of a comparison a differing object exists.
 *
 * @since 0.1.0
 */
public enum Place {
    /** Exists on the side that the differences lead from. */
    BEFORE,
    /** Exists on the side that the differences lead to. */
    AFTER,
    /** Exists on both sides, in two forms. */
    BOTH;

    static Place of(Difference difference) {
        if (difference.isAdded()) {
            return AFTER;
        }
        return difference.isRemoved() ? BEFORE : BOTH;
    }
}
