package dev.athanor.migration.runner;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.session.Results;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SessionStart;
import dev.athanor.migration.session.Wire;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.QueryExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of a run in one round trip: the session's settings, the migration lock where it is free, and the state that the
 * lock protects.
 *
 * @param session what was found and set; where that does not last, nothing is locked either
 * @param locked whether the lock is held now
 * @param state the state as of after the lock
 */
record RunStart(SessionStart session, boolean locked, DatabaseState state) {

    private static final Logger log = LoggerFactory.getLogger(RunStart.class);

    /**
     * What is asked for.
     *
     * @param reader of the state
     * @param key of the lock
     */
    record Request(SessionStart.Wanted wanted, StateReader reader, long key) {}

    /** Empty where it takes more than one round trip; then nothing was done. */
    static Optional<RunStart> of(Session session, Request request) {
        try {
            Optional<QueryExecutor> executor = Wire.executor(session.connection());
            return executor.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ask(session, request, executor.get().getBackendPID()));
        } catch (SQLException e) {
            log.debug("What a run needs is asked for step by step", e);
            session.abandon(AdvisoryLock.unlock(request.key()));
            return Optional.empty();
        }
    }

    private static RunStart ask(Session session, Request request, int pid) throws SQLException {
        List<String> statements = new ArrayList<>(List.of("BEGIN ISOLATION LEVEL READ COMMITTED"));
        statements.addAll(request.wanted().statements());
        statements.add("SELECT pg_try_advisory_lock(?)" + SessionStart.IF_OURS);
        statements.addAll(request.reader().statementsWithHistory());
        statements.add("COMMIT");
        try (PreparedStatement statement = session.connection().prepareStatement(String.join("; ", statements))) {
            int index = request.wanted().bind(statement, pid);
            statement.setLong(index++, request.key());
            statement.setInt(index, pid);
            statement.execute();
            return read(statement, request.reader());
        }
    }

    private static RunStart read(PreparedStatement statement, StateReader reader) throws SQLException {
        SessionStart session = SessionStart.read(statement);
        ResultSet lock = Results.next(statement);
        boolean locked = lock.next() && lock.getBoolean(1);
        Results.next(statement);
        return new RunStart(session, locked, reader.readWithHistory(statement));
    }
}
