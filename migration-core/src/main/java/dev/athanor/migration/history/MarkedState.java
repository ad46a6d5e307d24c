package dev.athanor.migration.history;

import org.jspecify.annotations.Nullable;

/**
 * The version table's rows and the mark of the newest row of the history: what a start reads first.
 *
 * @param state without the checksums of what is applied, unless it is complete
 * @param complete whether all of the state is in it
 * @param markable whether the history has a column for the mark
 * @param mark what the newest row of the history has there
 * @since 0.1.0
 */
public record MarkedState(
        DatabaseState state,
        boolean complete,
        boolean markable,
        @Nullable String mark) {

    /** Returns the whole state, where the mark could not be asked for. */
    static MarkedState complete(DatabaseState state, boolean markable) {
        return new MarkedState(state, true, markable, null);
    }
}
