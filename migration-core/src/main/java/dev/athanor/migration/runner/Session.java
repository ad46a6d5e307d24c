package dev.athanor.migration.runner;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The one connection of a read or a run; its settings are put back before the pool has it again. */
public final class Session implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final String CHECK_INTERVAL = "client_connection_check_interval";

    private final Connection connection;
    private final boolean autoCommit;
    private final JdbcClient client;
    private @Nullable String searchPathBefore;
    private @Nullable String searchPath;

    private Session(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Takes a connection, in auto-commit mode.
     *
     * @throws DatabaseUnreachableException when none can be had
     */
    public static Session open(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new Session(connection, autoCommit);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(SqlErrors.rootMessage(e), e);
        }
    }

    Connection connection() {
        return connection;
    }

    <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return client.sql(sql).params(Arrays.asList(parameters)).query(mapper).list();
    }

    /** The one value of the one row. */
    @Nullable String single(String sql, Object... parameters) {
        RowMapper<@Nullable String> first = (row, number) -> row.getString(1);
        List<@Nullable String> rows = query(sql, first, parameters);
        return rows.get(0);
    }

    /** For statements of ours; those of scripts go through {@link ScriptExecutor}. */
    void execute(String sql) {
        client.sql(sql).update();
    }

    Array array(Collection<String> texts) {
        try {
            return connection.createArrayOf("text", texts.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("An array of strings is always possible", e);
        }
    }

    /**
     * Readies the session for running scripts: search path, and a server that notices when this process dies.
     *
     * @param schema the schema to run in, quoted; null for the connection's own
     * @return the name of the schema in which unqualified names are created; null where there is none
     */
    @Nullable String begin(@Nullable String schema) {
        String before = Objects.requireNonNull(single("SELECT current_setting('search_path')"), "search_path");
        searchPathBefore = before;
        searchPath = schema == null ? before : before.isEmpty() ? schema : schema + ", " + before;
        restoreSearchPath();
        noticeDeadClients();
        return single("SELECT current_schema()");
    }

    /** Undoes what a script did to the search path and the role. */
    void restoreSearchPath() {
        setting("search_path", Objects.requireNonNull(searchPath, "begin() comes first"));
    }

    private void noticeDeadClients() {
        try {
            setting(CHECK_INTERVAL, "2s");
        } catch (DataAccessException e) {
            log.debug("This server's platform cannot notice a client that is gone while a statement runs", e);
        }
    }

    private void setting(String name, String value) {
        query("SELECT set_config(?, ?, false)", (row, number) -> row.getString(1), name, value);
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                putBack();
            }
        } catch (SQLException | DataAccessException e) {
            log.debug("The connection could not be put back as it was; a pool will find it broken", e);
        }
    }

    private void putBack() throws SQLException {
        if (searchPathBefore != null) {
            setting("search_path", searchPathBefore);
            execute("RESET " + CHECK_INTERVAL);
        }
        if (!autoCommit) {
            connection.setAutoCommit(false);
        }
    }
}
