package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports UP at head or ahead of it, OUT_OF_SERVICE while pending or running, and DOWN if failed, diverged or
 * unreachable.
 */
final class MigrationsHealthIndicator extends AbstractHealthIndicator {

    private static final int PENDING_NAMED = 20;

    private final StatusCache cache;

    MigrationsHealthIndicator(StatusCache cache) {
        super("The state of the migrations could not be told");
        this.cache = cache;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<MigrationStatus> statuses = cache.statuses();
        builder.status(worst(statuses));
        if (statuses.size() == 1) {
            builder.withDetails(details(statuses.get(0)));
            return;
        }
        builder.withDetail("database_migrated", statuses.stream().allMatch(status -> status.state()
                .migrated()));
        statuses.forEach(status -> builder.withDetail(status.database(), details(status)));
    }

    private static Status worst(List<MigrationStatus> statuses) {
        List<Status> all =
                statuses.stream().map(status -> status(status.state())).toList();
        if (all.contains(Status.DOWN)) {
            return Status.DOWN;
        }
        return all.contains(Status.OUT_OF_SERVICE) ? Status.OUT_OF_SERVICE : Status.UP;
    }

    private static Status status(MigrationStatus.State state) {
        return switch (state) {
            case AT_HEAD, AHEAD -> Status.UP;
            case PENDING, RUNNING, NO_REVISIONS -> Status.OUT_OF_SERVICE;
            case FAILED, DIVERGED, UNREACHABLE -> Status.DOWN;
        };
    }

    private static Map<String, Object> details(MigrationStatus status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("database_migrated", status.state().migrated());
        details.put("schema_version", status.current().toString());
        details.put("state", status.state().name());
        details.put("summary", status.summary());
        if (!status.action().isEmpty()) {
            details.put("action", status.action());
        }
        if (!status.pending().isEmpty()) {
            details.put("pending", pending(status));
            details.put("pending_count", status.pending().size());
        }
        status.running().ifPresent(running -> details.put("running", running.step()));
        status.running()
                .flatMap(RunInProgress::batch)
                .ifPresent(batch -> details.put("running_batches", batch.toString()));
        return details;
    }

    private static List<String> pending(MigrationStatus status) {
        return status.pending().stream()
                .limit(PENDING_NAMED)
                .map(PendingRevision::revision)
                .map(Object::toString)
                .toList();
    }
}
