package dev.athanor.migration;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one database's schema at one moment (station 8).
 *
 * @param database the name of this database among the application's
 * @param state the state in one word
 * @param summary the state in one sentence
 * @param action what to do about it; empty where there is nothing to do
 * @param current the version table's rows
 * @param target what the application wants to be at, as configured
 * @param heads the revisions that the scripts of this build lead to
 * @param pending what is between, in the order in which it would run
 * @param applied what is applied and known to this build or to the history, in the order of recording
 * @param lastRun the latest run that the history or this process knows
 * @param running the run in progress in this process
 */
public record MigrationStatus(
        String database,
        State state,
        String summary,
        String action,
        Heads current,
        String target,
        Heads heads,
        List<PendingRevision> pending,
        List<AppliedRevision> applied,
        Optional<LastRun> lastRun,
        Optional<RunInProgress> running) {

    public MigrationStatus {
        pending = List.copyOf(pending);
        applied = List.copyOf(applied);
    }

    /** The state in one word. */
    public enum State {
        /** Everything that this build wants is applied. */
        AT_HEAD,
        /** A newer release has upgraded the database beyond this build: an old pod, or a rolled-back deployment. */
        AHEAD,
        /** Revisions are waiting. */
        PENDING,
        /** This process is upgrading or downgrading right now. */
        RUNNING,
        /** The last run failed, and what it was to do is still to be done. */
        FAILED,
        /** The database and the scripts of this build do not belong together. */
        DIVERGED,
        /** The database gives no answer. */
        UNREACHABLE;

        /** Whether the application's schema is there: at head, or ahead of it. */
        public boolean migrated() {
            return this == AT_HEAD || this == AHEAD;
        }
    }

    /**
     * A revision that is not applied yet.
     *
     * @param revision its id
     * @param message the first line of its message
     * @param revises its down revisions
     * @param script where its script is
     */
    public record PendingRevision(RevisionId revision, String message, List<RevisionId> revises, String script) {}

    /**
     * A revision that is applied.
     *
     * @param revision its id
     * @param message the first line of its message
     * @param revises its down revisions
     * @param known whether this build has its script
     * @param appliedAt when, where the history knows
     * @param duration how long it took, where the history knows
     * @param appliedBy the database user, where the history knows
     * @param host the machine, where the history knows
     * @param how {@code upgrade}, {@code stamp}, or null where the history does not know
     */
    public record AppliedRevision(
            RevisionId revision,
            String message,
            List<RevisionId> revises,
            boolean known,
            @Nullable Instant appliedAt,
            @Nullable Duration duration,
            @Nullable String appliedBy,
            @Nullable String host,
            @Nullable String how) {}

    /**
     * The latest run.
     *
     * @param command what it was
     * @param outcome {@code success}, {@code failed} or {@code running}
     * @param startedAt when it began
     * @param duration how long it took
     * @param revisions the revisions that it recorded, in order
     * @param error what went wrong, where it failed
     */
    public record LastRun(
            String command,
            String outcome,
            Instant startedAt,
            Duration duration,
            List<RevisionId> revisions,
            @Nullable String error) {}

    /**
     * A run in progress.
     *
     * @param command what it is
     * @param step the step it is at, in words
     * @param number the step's place, from 1
     * @param steps how many there are
     * @param startedAt when the run began
     * @param stepStartedAt when the step began
     */
    public record RunInProgress(
            String command, String step, int number, int steps, Instant startedAt, Instant stepStartedAt) {}
}
