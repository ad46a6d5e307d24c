package dev.athanor.migration.lock;

import dev.athanor.migration.error.MigrationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Thrown if another session has held the migration lock for longer than a run may wait.
 *
 * @since 0.1.0
 */
public final class LockTimeoutException extends MigrationException {

    private static final long serialVersionUID = 1L;

    LockTimeoutException(String table, Duration waited, Optional<LockHolder> holder) {
        super(
                "The migration lock of " + table + " could not be taken within " + seconds(waited) + " s: "
                        + holder.map(LockHolder::toString).orElse("another session") + " holds it.",
                "Wait until that migration ends, or raise migration.lock-wait. If its process is gone, end its session:"
                        + " SELECT pg_terminate_backend("
                        + holder.map(known -> String.valueOf(known.pid())).orElse("pid") + ").");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
