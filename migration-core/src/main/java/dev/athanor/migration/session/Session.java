package dev.athanor.migration.session;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Holds the one connection of a read or a run, and restores its previous state before the connection returns to the
 * pool.
 *
 * @since 0.1.0
 */
public final class Session implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    /** Lists the statements that discard what scripts can leave behind in a session besides settings. */
    private static final List<String> LEFTOVERS = List.of(
            "CLOSE ALL",
            "UNLISTEN *",
            "DEALLOCATE ALL",
            "DISCARD TEMP",
            "DISCARD SEQUENCES",
            "SELECT pg_advisory_unlock_all()");

    private static final String SERVER_ENCODING = "server_encoding";

    private final DataSource dataSource;
    private Connection connection;
    private boolean autoCommit;
    private @Nullable JdbcClient client;
    private boolean usedByScripts;
    private @Nullable String farewell;
    private volatile @Nullable SessionFacts facts;
    private @Nullable SessionSettings settings;
    private @Nullable Repertoire repertoire;

    private Session(DataSource dataSource, Connection connection) throws SQLException {
        this.dataSource = dataSource;
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        commitEach();
    }

    /**
     * Opens a session on a connection in auto-commit mode.
     *
     * @throws DatabaseUnreachableException if no connection can be opened
     */
    public static Session open(DataSource dataSource) {
        try {
            return new Session(dataSource, dataSource.getConnection());
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(dataSource, e);
        }
    }

    private void commitEach() throws SQLException {
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
    }

    /** Returns the client, which is created on first use: a start that has nothing to do does not need it. */
    private JdbcClient client() {
        JdbcClient made = client;
        if (made == null) {
            made = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            client = made;
        }
        return made;
    }

    /**
     * Replaces a lost connection with another one. Call {@link #begin} next.
     *
     * @throws DatabaseUnreachableException if no connection can be opened
     */
    public void reconnect() {
        closeQuietly();
        try {
            connection = dataSource.getConnection();
            autoCommit = connection.getAutoCommit();
            commitEach();
            client = null;
            settings = null;
            usedByScripts = false;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(dataSource, e);
        }
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The lost connection could not be closed", e);
        }
    }

    /** Returns the data source of the connection. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns the connection, in auto-commit mode. A caller that leaves auto-commit mode must restore it. */
    public Connection connection() {
        return connection;
    }

    /** Returns the connection for statements that may leave anything behind. */
    public Connection connectionForScripts() {
        usedByScripts = true;
        return connection;
    }

    /** Returns a client for code that may leave anything behind. */
    public JdbcClient clientForScripts() {
        usedByScripts = true;
        return client();
    }

    /** Runs a query of the engine, with the parameters in place of its question marks. */
    public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return client().sql(sql).params(Arrays.asList(parameters)).query(mapper).list();
    }

    /** Returns the single value of a single row, or empty if the value is null. */
    public Optional<String> single(String sql, Object... parameters) {
        RowMapper<@Nullable String> first = (row, number) -> row.getString(1);
        List<@Nullable String> rows = query(sql, first, parameters);
        return Optional.ofNullable(rows.get(0));
    }

    /** Executes a statement of the engine. Statements of scripts go through the runner. */
    public void execute(String sql) {
        client().sql(sql).update();
    }

    /** Sends several statements of the engine in one round trip, and discards their rows. */
    void send(List<String> statements) {
        try {
            Wire.of(connection, ServerNotices.ofOurs()).send(new Message().addOurs(statements));
        } catch (MessageFailure failure) {
            throw unexpected(failure.failure());
        } catch (SQLException e) {
            throw unexpected(e);
        }
    }

    private static DataAccessException unexpected(SQLException failure) {
        return new UncategorizedSQLException("A session's settings", null, failure);
    }

    /** Rolls back what a failed message has left open, and releases the lock that the message may have taken. */
    public void abandon(String unlock) {
        try {
            Wire.of(connection, ServerNotices.ofOurs()).rollBack();
            send(List.of(unlock));
        } catch (SQLException | DataAccessException e) {
            log.debug("Nothing to take back on a connection that is gone", e);
        }
    }

    /** Returns texts as one array parameter. */
    public Array array(Collection<? extends @Nullable String> texts) {
        try {
            return connection.createArrayOf("text", texts.toArray());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No array, on a connection that is closed", e);
        }
    }

    /**
     * Prepares the session for running scripts.
     *
     * @return the name of the schema in which unqualified names are created; null where there is none
     */
    public Optional<String> begin(SessionStart.Wanted wanted) {
        SessionFacts found = askFacts();
        Engine.check(found);
        WritableCheck.check(found, connection);
        PoolerCheck.check(this, found);
        took(found, new SessionSettings(this, found, wanted));
        settings().apply();
        return single("SELECT current_schema()");
    }

    /**
     * Queries the facts of the session. If the server is another engine and refuses the query, the exception names that
     * engine.
     */
    private SessionFacts askFacts() {
        try {
            return query(SessionFacts.SELECT, SessionFacts::map).get(0);
        } catch (DataAccessException e) {
            throw SqlErrors.connectionLost(e) ? e : Engine.explain(this, e);
        }
    }

    /** Takes over what a message has done; refuses as {@link #begin(SessionStart.Wanted)} does. */
    public void begin(SessionStart start, SessionStart.Wanted wanted) {
        SessionFacts found = start.facts();
        SessionSettings ready = new SessionSettings(this, found, wanted);
        if (start.applied()) {
            took(found, ready);
            Engine.check(found);
            WritableCheck.check(found, connection);
            ready.applied(start.watched());
            return;
        }
        Engine.check(found);
        WritableCheck.check(found, connection);
        PoolerCheck.check(this, found);
        took(found, ready);
        ready.apply();
    }

    private void took(SessionFacts found, SessionSettings ready) {
        facts = found;
        settings = ready;
    }

    /** Returns the process id of the backend. */
    public int pid() {
        return Objects.requireNonNull(facts, "begin() comes first").pid();
    }

    /** Returns the characters of the database's encoding, which the server reported at connection time. */
    public Repertoire repertoire() {
        Repertoire known = repertoire;
        if (known == null) {
            known = Repertoire.of(serverEncoding());
            repertoire = known;
        }
        return known;
    }

    private String serverEncoding() {
        try {
            return Wire.executor(connection)
                    .map(executor -> executor.getParameterStatus(SERVER_ENCODING))
                    .or(() -> single("SHOW " + SERVER_ENCODING))
                    .orElseThrow();
        } catch (SQLException e) {
            throw unexpected(e);
        }
    }

    /** Returns the settings that {@code begin} has applied. */
    public SessionSettings settings() {
        return Objects.requireNonNull(settings, "begin() comes first");
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (!closing.isClosed()) {
                putBack();
            }
        } catch (SQLException | DataAccessException e) {
            log.debug("The connection could not be put back as it was; a pool will find it broken", e);
        }
    }

    private void putBack() throws SQLException {
        List<String> statements = puttingBack();
        if (!statements.isEmpty()) {
            send(statements);
        }
        if (!autoCommit) {
            connection.setAutoCommit(false);
        }
    }

    private List<String> puttingBack() {
        List<String> statements = new ArrayList<>();
        if (settings != null) {
            statements.addAll(settings.puttingBack());
        }
        if (usedByScripts) {
            statements.addAll(LEFTOVERS);
        }
        return statements;
    }

    /**
     * Sends a statement together with the statements that restore the session. If it fails, everything else is
     * restored all the same.
     */
    public void sayAtTheEnd(String statement) {
        farewell = statement;
    }

    private void sendWithFarewell(List<String> statements) {
        String last = farewell;
        farewell = null;
        if (last != null) {
            List<String> all = new ArrayList<>(statements);
            all.add(last);
            try {
                send(all);
                return;
            } catch (DataAccessException e) {
                log.debug("The session is put back without the last statement", e);
            }
        }
        if (!statements.isEmpty()) {
            send(statements);
        }
    }

    /**
     * Releases the lock and restores the session in one round trip. What is done with the session afterwards must leave
     * nothing behind.
     *
     * @param unlock the statement that releases the lock, if the lock is held
     */
    public void putBack(Optional<String> unlock) {
        List<String> statements = puttingBack();
        unlock.ifPresent(first -> statements.add(0, first));
        try {
            sendWithFarewell(statements);
            settings = null;
            usedByScripts = false;
        } catch (DataAccessException e) {
            log.debug("The connection that held the migration lock is gone, and the lock with it", e);
        }
    }
}
