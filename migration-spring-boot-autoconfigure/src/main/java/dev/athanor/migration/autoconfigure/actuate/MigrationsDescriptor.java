package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.MigrationStatus;
import dev.athanor.migration.graph.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The JSON of {@code /actuator/migrations}.
 *
 * @param databases one entry a database
 */
public record MigrationsDescriptor(Map<String, DatabaseDescriptor> databases) implements OperationResponseBody {

    static MigrationsDescriptor of(List<MigrationStatus> statuses) {
        Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
        statuses.forEach(status -> databases.put(status.database(), DatabaseDescriptor.of(status)));
        return new MigrationsDescriptor(databases);
    }

    /** One database: see {@link MigrationStatus}. */
    public record DatabaseDescriptor(
            String state,
            String summary,
            String action,
            List<String> current,
            String target,
            List<String> heads,
            List<PendingDescriptor> pending,
            List<AppliedDescriptor> applied,
            @Nullable LastRunDescriptor lastRun,
            @Nullable RunningDescriptor running) {

        static DatabaseDescriptor of(MigrationStatus status) {
            return new DatabaseDescriptor(
                    status.state().name(),
                    status.summary(),
                    status.action(),
                    texts(status.current().ids()),
                    status.target(),
                    texts(status.heads().ids()),
                    status.pending().stream().map(PendingDescriptor::of).toList(),
                    status.applied().stream().map(AppliedDescriptor::of).toList(),
                    status.lastRun().map(LastRunDescriptor::of).orElse(null),
                    status.running().map(RunningDescriptor::of).orElse(null));
        }
    }

    /** A revision that is not applied. */
    public record PendingDescriptor(String revision, String message, List<String> revises, String script) {

        static PendingDescriptor of(MigrationStatus.PendingRevision pending) {
            return new PendingDescriptor(
                    pending.revision().value(), pending.message(), texts(pending.revises()), pending.script());
        }
    }

    /** A revision that is applied. */
    public record AppliedDescriptor(
            String revision,
            String message,
            List<String> revises,
            boolean known,
            @Nullable Instant appliedAt,
            @Nullable Long durationMillis,
            @Nullable String appliedBy,
            @Nullable String host,
            @Nullable String how) {

        static AppliedDescriptor of(MigrationStatus.AppliedRevision applied) {
            return new AppliedDescriptor(
                    applied.revision().value(),
                    applied.message(),
                    texts(applied.revises()),
                    applied.known(),
                    applied.appliedAt(),
                    millis(applied.duration()),
                    applied.appliedBy(),
                    applied.host(),
                    applied.how());
        }

        private static @Nullable Long millis(@Nullable Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    /** The latest run. */
    public record LastRunDescriptor(
            String command,
            String outcome,
            Instant startedAt,
            long durationMillis,
            List<String> revisions,
            @Nullable String error) {

        static LastRunDescriptor of(MigrationStatus.LastRun run) {
            return new LastRunDescriptor(
                    run.command(),
                    run.outcome(),
                    run.startedAt(),
                    run.duration().toMillis(),
                    texts(run.revisions()),
                    run.error());
        }
    }

    /** A run in progress. */
    public record RunningDescriptor(
            String command, String step, int number, int steps, Instant startedAt, Instant stepStartedAt) {

        static RunningDescriptor of(MigrationStatus.RunInProgress run) {
            return new RunningDescriptor(
                    run.command(), run.step(), run.number(), run.steps(), run.startedAt(), run.stepStartedAt());
        }
    }

    private static List<String> texts(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
