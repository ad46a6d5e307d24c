package dev.athanor.migration.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on another connection what a backend waits for. */
final class LockWaitQuery {

    private static final String BLOCKERS = "SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),"
            + " coalesce(a.state, 'state not visible'),"
            + " coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint, coalesce(a.query, ''),"
            + " (SELECT min(l.relation::regclass::text) FROM pg_locks l WHERE l.pid = ? AND NOT l.granted)"
            + " FROM pg_stat_activity a WHERE a.pid = ANY (pg_blocking_pids(?)) ORDER BY a.xact_start, a.pid";

    private LockWaitQuery() {}

    static Optional<LockWait> run(Connection connection, int pid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
            statement.setInt(1, pid);
            statement.setInt(2, pid);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static Optional<LockWait> read(ResultSet rows) throws SQLException {
        List<LockWait.Blocker> blockers = new ArrayList<>();
        @Nullable String relation = null;
        while (rows.next()) {
            blockers.add(new LockWait.Blocker(
                    rows.getInt(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    Duration.ofSeconds(rows.getLong(5)),
                    rows.getString(6)));
            relation = rows.getString(7);
        }
        return blockers.isEmpty() ? Optional.empty() : Optional.of(new LockWait(relation, blockers));
    }
}
