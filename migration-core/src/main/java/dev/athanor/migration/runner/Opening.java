package dev.athanor.migration.runner;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.QueryExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run needs before its first step, in one round trip: the session's settings, the migration lock where it is free,
 * and the state that the lock protects.
 *
 * <p>Where a pooler may be in between, or the server cannot write, nothing is set and nothing is locked.
 *
 * @param facts what the session was before
 * @param applied whether the settings are those of a run now
 * @param watched whether the server notices a client that is gone
 * @param locked whether the lock is held now
 * @param state the state as of after the lock
 */
record Opening(SessionFacts facts, boolean applied, boolean watched, boolean locked, DatabaseState state) {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private static final String OURS = " WHERE pg_backend_pid() = ? AND NOT pg_is_in_recovery()"
            + " AND NOT current_setting('transaction_read_only')::boolean";

    /** Other platforms may refuse the setting, and with it the whole message. */
    private static final String WATCH = "CASE WHEN version() LIKE '%linux%' THEN set_config('"
            + SessionSettings.CHECK_INTERVAL + "', '" + SessionSettings.CHECK_MILLIS + "', false) END";

    /**
     * What is asked for.
     *
     * @param reader of the state
     * @param key of the lock
     * @param schema the schema to run in, quoted; null for the connection's own
     */
    record Request(StateReader reader, long key, @Nullable String schema, StatementLimits limits) {}

    /** Empty where it takes more than one round trip; then nothing was done. */
    static Optional<Opening> of(Session session, Request request) {
        try {
            QueryExecutor executor = Wire.executor(session.connection());
            return executor == null ? Optional.empty() : Optional.of(ask(session, request, executor.getBackendPID()));
        } catch (SQLException e) {
            log.debug("What a run needs is asked for step by step", e);
            session.abandon(AdvisoryLock.unlock(request.key()));
            return Optional.empty();
        }
    }

    private static Opening ask(Session session, Request request, int pid) throws SQLException {
        String sql = String.join(
                "; ",
                "BEGIN ISOLATION LEVEL READ COMMITTED",
                SessionFacts.SELECT,
                "SELECT " + settings(request) + OURS,
                "SELECT pg_try_advisory_lock(?)" + OURS,
                request.reader().sql(),
                request.reader().historySql(),
                "COMMIT");
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int index = 1;
            for (String value : values(request)) {
                statement.setString(index++, value);
            }
            statement.setInt(index++, pid);
            statement.setLong(index++, request.key());
            statement.setInt(index, pid);
            statement.execute();
            return read(statement, request.reader());
        }
    }

    private static Opening read(PreparedStatement statement, StateReader reader) throws SQLException {
        ResultSet facts = Results.current(statement);
        facts.next();
        SessionFacts found = SessionFacts.map(facts, 1);
        ResultSet settings = Results.next(statement);
        boolean applied = settings.next();
        boolean watched = applied && settings.getString(1) != null;
        ResultSet lock = Results.next(statement);
        boolean locked = lock.next() && lock.getBoolean(1);
        Results.next(statement);
        DatabaseState state = reader.state(statement);
        return new Opening(found, applied, watched, locked, state.with(history(Results.next(statement))));
    }

    private static List<HistoryEntry> history(ResultSet rows) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(HistoryRows.map(rows, entries.size()));
        }
        return entries;
    }

    private static String settings(Request request) {
        List<String> settings = new ArrayList<>(List.of(WATCH));
        if (request.schema() != null) {
            settings.add(
                    "set_config('search_path', concat_ws(', ', ?::text, nullif(current_setting('search_path'), '')),"
                            + " false)");
        }
        if (request.limits().limitLocks()) {
            settings.add("set_config('lock_timeout', ?, false)");
        }
        if (request.limits().statementTimeout() != null) {
            settings.add("set_config('statement_timeout', ?, false)");
        }
        return String.join(", ", settings);
    }

    private static List<String> values(Request request) {
        List<String> values = new ArrayList<>();
        if (request.schema() != null) {
            values.add(request.schema());
        }
        if (request.limits().limitLocks()) {
            values.add(SessionSettings.millis(request.limits().lockTimeout()));
        }
        if (request.limits().statementTimeout() != null) {
            values.add(SessionSettings.millis(request.limits().statementTimeout()));
        }
        return values;
    }
}
