package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.error.MigrationException;

/** Thrown if another run is in progress. */
final class RunRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    RunRefusedException(String other) {
        super(
                "Another run is in progress: " + other + ".",
                "Nothing was done. Wait until it ends, which GET on this endpoint shows, then ask again.");
    }
}
