package dev.athanor.migration.history;

import org.jspecify.annotations.Nullable;

/**
 * Holds what a start reads first: the rows of the version table, and the mark of the newest history row.
 *
 * @param state the state, which lacks the checksums of the applied revisions unless it is complete
 * @param complete whether the state is complete
 * @param markable whether the history has a column for the mark
 * @param mark the mark of the newest history row, or {@code null}
 * @since 0.1.0
 */
public record MarkedState(
        DatabaseState state,
        boolean complete,
        boolean markable,
        @Nullable String mark) {

    /** Returns a complete state, for a database from which the mark could not be read. */
    static MarkedState complete(DatabaseState state, boolean markable) {
        return new MarkedState(state, true, markable, null);
    }
}
