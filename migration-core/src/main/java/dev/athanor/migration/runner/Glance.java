package dev.athanor.migration.runner;

import org.jspecify.annotations.Nullable;

/**
 * What a start reads first.
 *
 * @param state without the checksums of what is applied, unless it is whole
 * @param whole whether all of the state is in it
 * @param markable whether the history has a column for the mark
 * @param mark what the newest row of the history has there
 */
record Glance(
        DatabaseState state,
        boolean whole,
        boolean markable,
        @Nullable String mark) {

    /** Where the mark could not be asked for. */
    static Glance whole(DatabaseState state, boolean markable) {
        return new Glance(state, true, markable, null);
    }
}
