package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import java.time.Duration;

/** Another session held the migration lock for longer than a run may wait. */
public final class LockTimeoutException extends MigrationException {

    private static final long serialVersionUID = 1L;

    LockTimeoutException(String table, Duration waited, String holder) {
        super(
                "The migration lock of " + table + " was not free within " + waited.toSeconds() + " s: " + holder
                        + " holds it.",
                "Wait until that migration ends, or raise migration.lock-wait. If its process is gone, end its session:"
                        + " SELECT pg_terminate_backend(pid).");
    }
}
