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
 * Describes the state of one database's schema at one moment.
 *
 * @param database the name of this database in the application
 * @param place the server, database and schema, as far as they are known
 * @param state the state in one word
 * @param summary the state in one sentence
 * @param action what to do about the state, or an empty string if there is nothing to do
 * @param current the rows of the version table
 * @param target the configured target of the application
 * @param heads the heads of this build's scripts
 * @param pending the pending revisions, in the order in which they would run
 * @param applied the applied revisions that this build or the history knows, in the order of recording
 * @param lastRun the latest run that the history or this process knows
 * @param running the run in progress in this process
 * @param lockHolder the session that holds the migration lock; empty while this process runs
 * @param history the latest recorded steps, newest first, at most {@value #HISTORY_SHOWN}
 * @since 0.1.0
 */
public record MigrationStatus(
        String database,
        Place place,
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

    /** Limits how many steps of the history a status holds. */
    public static final int HISTORY_SHOWN = 100;

    public MigrationStatus {
        history = List.copyOf(history);
        pending = List.copyOf(pending);
        applied = List.copyOf(applied);
    }

    /**
     * Describes where the schema is.
     *
     * @param server the host and port, several if the connection may choose; null if the data source does not tell
     * @param database the name of the database on the server; null if the data source does not tell
     * @param schema the schema that migrations run in; null if it was neither configured nor read yet
     */
    public record Place(
            @Nullable String server,
            @Nullable String database,
            @Nullable String schema) {

        /** Returns this place in a schema; null leaves the schema as it is. */
        public Place in(@Nullable String known) {
            return known == null ? this : new Place(server, database, known);
        }
    }

    /** Returns whether the scripts of this build could be read, so that its heads and what is pending are known. */
    public boolean scriptsRead() {
        return !heads.isEmpty() || state != State.FAILED && state != State.UNREACHABLE;
    }

    /** Returns the summary of a database at head. */
    public static String atHead(CurrentHeads rows) {
        return "The schema is at " + rows + ", nothing is pending.";
    }

    /** Defines the state in one word. */
    public enum State {
        /** Everything that this build needs is applied. */
        AT_HEAD,
        /**
         * A newer release has upgraded the database beyond this build, as with an old pod or a rolled-back deployment.
         */
        AHEAD,
        /** Revisions are pending. */
        PENDING,
        /** This process is currently upgrading or downgrading. */
        RUNNING,
        /** The last run failed, and its revisions are still pending; or the scripts or the database cannot be used. */
        FAILED,
        /**
         * This build has no revision and nothing is applied, as on the first day of an application or with a mistyped
         * location.
         */
        NO_REVISIONS,
        /** The database and the scripts of this build do not match. */
        DIVERGED,
        /** The database cannot be reached. */
        UNREACHABLE;

        /** Returns whether the application's schema is at head or ahead of it. */
        public boolean migrated() {
            return this == AT_HEAD || this == AHEAD;
        }
    }

    /**
     * Describes a revision that is not applied yet.
     *
     * @param revision the id
     * @param message the first line of the message
     * @param revises the down revisions
     * @param script the location of the script
     */
    public record PendingRevision(RevisionId revision, String message, List<RevisionId> revises, String script) {}

    /**
     * Describes an applied revision.
     *
     * @param revision the id
     * @param message the first line of the message
     * @param revises the down revisions
     * @param known whether this build has the script
     * @param appliedAt when the revision was applied, if the history knows
     * @param duration how long the revision took, if the history knows
     * @param appliedBy the database user, if the history knows
     * @param host the machine, if the history knows
     * @param how whether an upgrade or a stamp applied the revision, if the history knows
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
     * Describes the latest run.
     *
     * @param command what the run did, according to its last row
     * @param outcome how the run ended, according to its last row
     * @param startedAt when the run began
     * @param duration how long the run took
     * @param revisions the recorded revisions, in order
     * @param error the error message of a failed run
     */
    public record LastRun(
            Direction command,
            Outcome outcome,
            Instant startedAt,
            Duration duration,
            List<RevisionId> revisions,
            @Nullable String error) {}

    /**
     * Describes a run in progress.
     *
     * @param command the command of the run
     * @param step the current step as text
     * @param revisions the revisions of the step
     * @param number the place of the step, from 1
     * @param steps the number of steps
     * @param startedAt when the run began
     * @param stepStartedAt when the step began
     * @param statement what the backend was last seen doing; read once per second, and therefore empty for short steps
     * @param batch the progress of a statement in batches
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
     * Describes what the backend of a run was last seen doing.
     *
     * @param number the place of the statement in its section, from 1, or {@code null} if the statement is unknown or
     *     does not belong to the script; of more than a hundred statements in a transaction, only evenly spaced ones
     *     are marked
     * @param statements the number of statements in the section
     * @param line the line of the statement in its script, or {@code null} if the number is {@code null}
     * @param pid the process id of the backend, as in {@code pg_stat_activity}
     * @param running how long the statement had been running
     * @param waitsFor the lock that the backend waits for and its holders, or {@code null} if it does not wait
     * @param indexBuild the progress of the index that the backend builds
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

        /** Returns the index of the statement with this query. The server keeps only the beginning of a long query. */
        private static int index(List<Statement> statements, String query) {
            for (int index = 0; index < statements.size(); index++) {
                String sql = statements.get(index).sql();
                if (sql.equals(query) || query.length() > SHORTEST_CUT && sql.startsWith(query)) {
                    return index;
                }
            }
            return -1;
        }

        /**
         * Defines the shortest length of a truncated query. The limit leaves room for multi-byte characters: the
         * server's setting is 1,024 bytes unless raised.
         */
        private static final int SHORTEST_CUT = 200;
    }
}
