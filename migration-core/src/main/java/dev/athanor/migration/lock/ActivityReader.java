package dev.athanor.migration.lock;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.lock.BackendActivity.IndexBuild;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads on another connection what a backend is doing. Reading never locks or writes anything.
 *
 * @since 0.1.0
 */
public final class ActivityReader {

    private static final String ACTIVITY = "SELECT coalesce(a.query, ''),"
            + " coalesce(extract(epoch FROM clock_timestamp() - a.query_start) * 1000, 0)::bigint,"
            + " nullif(p.index_relid, 0)::regclass::text, p.phase,"
            + " CASE WHEN p.blocks_total > 0 THEN p.blocks_done ELSE p.tuples_done END,"
            + " CASE WHEN p.blocks_total > 0 THEN p.blocks_total ELSE p.tuples_total END, " + StatementMark.SEEN
            + " FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p ON p.pid = a.pid"
            + " WHERE a.pid = ? AND a.state = 'active'";

    /** Creates a reader, which keeps nothing. */
    public ActivityReader() {}

    /** Returns what the backend is doing, or empty if the backend is gone or idle. */
    public Optional<BackendActivity> read(Session session, int pid) {
        try {
            @Nullable String waitsFor = LockWaitQuery.run(session.connection(), pid)
                    .map(ActivityReader::words)
                    .orElse(null);
            return session.query(ACTIVITY, (row, number) -> activity(row, pid, waitsFor), pid).stream()
                    .findFirst();
        } catch (SQLException | DataAccessException e) {
            throw new DatabaseException(
                    "What backend " + pid + " does could not be read: " + SqlErrors.rootMessage(e),
                    "Nothing depends on it: the run goes on.",
                    e);
        }
    }

    private static BackendActivity activity(ResultSet row, int pid, @Nullable String waitsFor) throws SQLException {
        return new BackendActivity(
                pid,
                row.getString(1),
                number(row),
                Duration.ofMillis(row.getLong(2)),
                waitsFor,
                Optional.ofNullable(build(row)));
    }

    private static @Nullable Integer number(ResultSet row) throws SQLException {
        int number = row.getInt(7);
        return row.wasNull() ? null : number;
    }

    private static @Nullable IndexBuild build(ResultSet row) throws SQLException {
        String phase = row.getString(4);
        return phase == null ? null : new IndexBuild(row.getString(3), phase, row.getLong(5), row.getLong(6));
    }

    /** Describes the wait without the queries of the blocking sessions, which may hold anything. */
    private static String words(LockWait wait) {
        return (wait.relation() == null ? "a lock" : "a lock on " + wait.relation()) + ", held by "
                + CappedList.of(
                        wait.blockers().stream().map(ActivityReader::words).toList(), "; ");
    }

    private static String words(LockWait.Blocker blocker) {
        return "pid " + blocker.pid() + " (user " + blocker.user() + ", application '" + blocker.application() + "', "
                + blocker.state() + ", in a transaction for " + blocker.since().toSeconds() + " s)";
    }
}
