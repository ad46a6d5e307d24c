package dev.athanor.migration.autoconfigure.json;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lock.BackendActivity.IndexBuild;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.status.MigrationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes where each database is: the JSON of {@code migration status --json} and of {@code /actuator/migrations}.
 *
 * @param databases one entry per database, under its name
 * @param application the application that answers
 */
public record StatusDescriptor(Map<String, DatabaseDescriptor> databases, ApplicationDescriptor application) {

    /** Describes the databases at the moments of these looks, in their order. */
    public static StatusDescriptor of(ApplicationDescriptor application, List<MigrationStatus> statuses) {
        return of(application, statuses, database -> Optional.empty(), database -> Optional.empty());
    }

    /**
     * Describes the databases at the moments of these looks, in their order.
     *
     * @param requested gives the latest run that was asked for through the endpoint, by the database's name
     * @param linted gives the latest report of lint in this process, by the database's name
     */
    public static StatusDescriptor of(
            ApplicationDescriptor application,
            List<MigrationStatus> statuses,
            Function<String, Optional<RequestedDescriptor>> requested,
            Function<String, Optional<LintReport>> linted) {
        Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
        statuses.forEach(status -> databases.put(
                status.database(),
                DatabaseDescriptor.of(
                        status, requested.apply(status.database()).orElse(null), linted.apply(status.database()))));
        return new StatusDescriptor(databases, application);
    }

    /** Describes one database: see {@link MigrationStatus}. */
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
            @Nullable RunningDescriptor running,
            @Nullable LockHolderDescriptor lockHolder,
            @Nullable RequestedDescriptor requested,
            List<StepDescriptor> history,
            MigrationStatus.Place place) {

        static DatabaseDescriptor of(
                MigrationStatus status, @Nullable RequestedDescriptor requested, Optional<LintReport> linted) {
            return new DatabaseDescriptor(
                    status.state().name(),
                    status.summary(),
                    status.action(),
                    texts(status.current().ids()),
                    status.target(),
                    texts(status.heads().ids()),
                    status.pending().stream()
                            .map(pending -> PendingDescriptor.of(pending, linted))
                            .toList(),
                    status.applied().stream().map(AppliedDescriptor::of).toList(),
                    status.lastRun().map(LastRunDescriptor::of).orElse(null),
                    status.running().map(RunningDescriptor::of).orElse(null),
                    status.lockHolder().map(LockHolderDescriptor::of).orElse(null),
                    requested,
                    status.history().stream().map(StepDescriptor::of).toList(),
                    status.place());
        }
    }

    /** Describes a revision that is not applied. */
    public record PendingDescriptor(
            String revision,
            String message,
            List<String> revises,
            String script,
            @Nullable WorstFindingDescriptor worstFinding) {

        static PendingDescriptor of(MigrationStatus.PendingRevision pending, Optional<LintReport> linted) {
            return new PendingDescriptor(
                    pending.revision().value(),
                    pending.message(),
                    texts(pending.revises()),
                    pending.script(),
                    linted.flatMap(report -> report.worst(pending.revision()))
                            .map(WorstFindingDescriptor::of)
                            .orElse(null));
        }
    }

    /** Describes the worst finding of a pending revision, as the latest report of lint in this process has it. */
    public record WorstFindingDescriptor(String rule, String severity, int line, String message) {

        static WorstFindingDescriptor of(LintFinding finding) {
            return new WorstFindingDescriptor(
                    finding.rule().id(), finding.severity().word(), finding.line(), LintText.message(finding));
        }
    }

    /** Describes a revision that is applied. */
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
                    applied.how() == null ? null : applied.how().word());
        }

        private static @Nullable Long millis(@Nullable Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    /** Describes the latest run. */
    public record LastRunDescriptor(
            String command,
            String outcome,
            Instant startedAt,
            long durationMillis,
            List<String> revisions,
            @Nullable String error) {

        static LastRunDescriptor of(MigrationStatus.LastRun run) {
            return new LastRunDescriptor(
                    run.command().word(),
                    run.outcome().word(),
                    run.startedAt(),
                    run.duration().toMillis(),
                    texts(run.revisions()),
                    run.error());
        }
    }

    /** Describes a run in progress. */
    public record RunningDescriptor(
            String command,
            String step,
            List<String> revisions,
            int number,
            int steps,
            Instant startedAt,
            Instant stepStartedAt,
            @Nullable StatementDescriptor statement,
            @Nullable BatchDescriptor batch) {

        static RunningDescriptor of(MigrationStatus.RunInProgress run) {
            return new RunningDescriptor(
                    run.command().word(),
                    run.step(),
                    texts(run.revisions()),
                    run.number(),
                    run.steps(),
                    run.startedAt(),
                    run.stepStartedAt(),
                    run.statement().map(StatementDescriptor::of).orElse(null),
                    run.batch().map(BatchDescriptor::of).orElse(null));
        }
    }

    /** Describes what the backend of a run was last seen doing. */
    public record StatementDescriptor(
            @Nullable Integer number,
            int statements,
            @Nullable Integer line,
            int pid,
            long runningMillis,
            @Nullable String waitsFor,
            @Nullable IndexBuildDescriptor indexBuild) {

        static StatementDescriptor of(MigrationStatus.StatementActivity statement) {
            return new StatementDescriptor(
                    statement.number(),
                    statement.statements(),
                    statement.line(),
                    statement.pid(),
                    statement.running().toMillis(),
                    statement.waitsFor(),
                    statement.indexBuild().map(IndexBuildDescriptor::of).orElse(null));
        }
    }

    /** Describes how far a statement in batches is; the rows of the table are a guess. */
    public record BatchDescriptor(
            String table,
            long walkedRows,
            long changedRows,
            @Nullable Long estimatedRows,
            long rowsPerSecond,
            @Nullable Long estimatedMillisLeft) {

        static BatchDescriptor of(BatchProgress progress) {
            return new BatchDescriptor(
                    progress.table(),
                    progress.walked(),
                    progress.changed(),
                    progress.estimatedRows() <= 0 ? null : progress.estimatedRows(),
                    Math.round(progress.rate()),
                    progress.timeLeft().map(Duration::toMillis).orElse(null));
        }
    }

    /** Describes how far an index is that is being built. */
    public record IndexBuildDescriptor(@Nullable String index, String phase, long done, long total) {

        static IndexBuildDescriptor of(IndexBuild build) {
            return new IndexBuildDescriptor(build.index(), build.phase(), build.done(), build.total());
        }
    }

    /** Describes who holds the migration lock. */
    public record LockHolderDescriptor(
            int pid,
            String user,
            String application,
            @Nullable String client,
            long connectedMillis) {

        static LockHolderDescriptor of(LockHolder holder) {
            return new LockHolderDescriptor(
                    holder.pid(),
                    holder.user(),
                    holder.application(),
                    holder.client(),
                    holder.connected().toMillis());
        }
    }

    /** Describes the latest run that was asked for through the endpoint of this process. */
    public record RequestedDescriptor(
            String command,
            List<String> targets,
            @Nullable String principal,
            String outcome,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            @Nullable String problem,
            @Nullable String action) {}

    /** Describes a step as the history has it, also in {@code migration history --applied --json}. */
    public record StepDescriptor(
            String runId,
            String direction,
            String revision,
            String message,
            String outcome,
            Instant startedAt,
            long durationMillis,
            @Nullable String error,
            @Nullable String note,
            String databaseUser,
            @Nullable String host,
            @Nullable String applicationVersion,
            @Nullable String script,
            @Nullable String checksum) {

        /** Describes a row of the history table. */
        public static StepDescriptor of(HistoryEntry entry) {
            return new StepDescriptor(
                    entry.runId().toString(),
                    entry.direction().word(),
                    entry.revision().value(),
                    entry.message().lines().findFirst().orElse(""),
                    entry.outcome().word(),
                    entry.startedAt(),
                    entry.duration().toMillis(),
                    entry.error(),
                    entry.note(),
                    entry.databaseUser(),
                    entry.host(),
                    entry.applicationVersion(),
                    entry.script(),
                    entry.checksum());
        }
    }

    private static List<String> texts(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
