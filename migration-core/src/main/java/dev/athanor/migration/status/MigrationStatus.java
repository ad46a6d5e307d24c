package dev.athanor.migration.status;

import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.lock.BackendActivity;
import dev.athanor.migration.lock.BackendActivity.IndexBuild;
import dev.athanor.migration.lock.LockHolder;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.sql.Statement;
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
 * @param lockHolder who holds the migration lock; empty while this process runs
 * @param history the latest steps that were recorded, newest first, at most {@value #HISTORY_SHOWN}
 */
public record MigrationStatus(
        String database,
        State state,
        String summary,
        String action,
        CurrentHeads current,
        String target,
        CurrentHeads heads,
        List<PendingRevision> pending,
        List<AppliedRevision> applied,
        Optional<LastRun> lastRun,
        Optional<RunInProgress> running,
        Optional<LockHolder> lockHolder,
        List<HistoryEntry> history) {

    /** How many steps of the history a status holds at most. */
    public static final int HISTORY_SHOWN = 100;

    public MigrationStatus {
        history = List.copyOf(history);
        pending = List.copyOf(pending);
        applied = List.copyOf(applied);
    }

    /** Returns whether the scripts of this build could be read, so that its heads and what is pending are known. */
    public boolean scriptsRead() {
        return !heads.isEmpty() || state != State.FAILED && state != State.UNREACHABLE;
    }

    /** The summary of a database at head. */
    public static String atHead(CurrentHeads rows) {
        return "The schema is at " + rows + ", nothing is pending.";
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
        /** This build has no revision, and nothing is applied: the first day of an application, or a mistyped location. */
        NO_REVISIONS,
        /** The database and the scripts of this build do not belong together. */
        DIVERGED,
        /** The database gives no answer. */
        UNREACHABLE;

        /** Returns whether the application's schema is there: at head, or ahead of it. */
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
     * @param how by an upgrade or a stamp, where the history knows
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
            @Nullable Direction how) {}

    /**
     * The latest run.
     *
     * @param command what it did, as its last row says
     * @param outcome how it ended, as its last row says
     * @param startedAt when it began
     * @param duration how long it took
     * @param revisions the revisions that it recorded, in order
     * @param error what went wrong, where it failed
     */
    public record LastRun(
            Direction command,
            Outcome outcome,
            Instant startedAt,
            Duration duration,
            List<RevisionId> revisions,
            @Nullable String error) {}

    /**
     * A run in progress.
     *
     * @param command what it is
     * @param step the step it is at, in words
     * @param revisions the revisions that the step is about
     * @param number the step's place, from 1
     * @param steps how many there are
     * @param startedAt when the run began
     * @param stepStartedAt when the step began
     * @param statement what its backend was last seen doing; looked up once a second, so empty for short steps
     * @param batch how far a statement in batches is
     */
    public record RunInProgress(
            Command command,
            String step,
            List<RevisionId> revisions,
            int number,
            int steps,
            Instant startedAt,
            Instant stepStartedAt,
            Optional<StatementActivity> statement,
            Optional<BatchProgress> batch) {

        public RunInProgress {
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * What the backend of a run was last seen doing.
     *
     * @param number the statement's place in its section, from 1; null where it is none of the script's, or not known. Of more
     *     than a hundred in a transaction, every few are told apart
     * @param statements how many the section has
     * @param line of the statement in its script; null where the number is
     * @param pid the backend, as in {@code pg_stat_activity}
     * @param running how long the statement had been running
     * @param waitsFor whose lock it waits for; null where it does not wait
     * @param indexBuild how far the index is that it builds
     */
    public record StatementActivity(
            @Nullable Integer number,
            int statements,
            @Nullable Integer line,
            int pid,
            Duration running,
            @Nullable String waitsFor,
            Optional<IndexBuild> indexBuild) {

        static StatementActivity of(Step step, BackendActivity seen) {
            int index = index(step.statements(), seen);
            return new StatementActivity(
                    index < 0 ? null : index + 1,
                    step.statements().size(),
                    index < 0 ? null : step.statements().get(index).line(),
                    seen.pid(),
                    seen.since(),
                    seen.waitsFor(),
                    seen.indexBuild());
        }

        private static int index(List<Statement> statements, BackendActivity seen) {
            Integer marked = seen.statement();
            if (marked != null && marked <= statements.size()) {
                return marked - 1;
            }
            boolean message = seen.query().startsWith("/*");
            return message && statements.size() == 1
                    ? 0
                    : index(statements, seen.query().strip());
        }

        /** The server keeps the beginning of a long query only. */
        private static int index(List<Statement> statements, String query) {
            for (int index = 0; index < statements.size(); index++) {
                String sql = statements.get(index).sql();
                if (sql.equals(query) || query.length() > SHORTEST_CUT && sql.startsWith(query)) {
                    return index;
                }
            }
            return -1;
        }

        /** With room for characters of several bytes; the setting behind it is 1,024 bytes unless raised. */
        private static final int SHORTEST_CUT = 200;
    }
}
