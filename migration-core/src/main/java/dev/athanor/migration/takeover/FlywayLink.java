package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import java.util.Optional;

/**
 * Represents a migration of Flyway with its place in the order.
 *
 * @param id the id of its revision
 * @param migration the migration
 * @param state whether the database has it
 * @param row the row of the history that says so
 */
record FlywayLink(RevisionId id, FlywayMigration migration, State state, Optional<FlywayRow> row) {

    /** Tells whether the database has a migration. */
    enum State {
        /** Flyway ran it. */
        APPLIED,
        /** Flyway was told that it is in the database: its version is not above the baseline. */
        COUNTED,
        /** Flyway has not run it. */
        PENDING
    }

    boolean isApplied() {
        return state != State.PENDING;
    }
}
