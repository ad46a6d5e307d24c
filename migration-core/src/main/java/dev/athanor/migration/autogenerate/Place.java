package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;

/** On which side of a comparison a thing is that differs. */
public enum Place {
    /** On the side that the differences lead from. */
    BEFORE,
    /** On the side that they lead to. */
    AFTER,
    /** On both, in two forms. */
    BOTH;

    static Place of(Difference difference) {
        if (difference.isAdded()) {
            return AFTER;
        }
        return difference.isRemoved() ? BEFORE : BOTH;
    }
}
