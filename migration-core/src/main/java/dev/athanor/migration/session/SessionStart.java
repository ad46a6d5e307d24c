package dev.athanor.migration.session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the result of a message that prepares a session besides its other statements.
 *
 * <p>If a pooler may be in between or the server cannot write, nothing is set.
 *
 * @param facts the state of the session before
 * @param applied whether the settings for a run are applied now
 * @param watched whether the server notices a lost client
 * @since 0.1.0
 */
@SuppressWarnings("exports") // the facts are for this package alone
public record SessionStart(SessionFacts facts, boolean applied, boolean watched) {

    /**
     * Selects nothing if a setting or a lock might not last. The parameter is the process id of the backend that the
     * driver knows.
     */
    public static final String IF_OURS = " WHERE pg_backend_pid() = ? AND NOT pg_is_in_recovery()"
            + " AND NOT current_setting('transaction_read_only')::boolean";

    /**
     * Sets up the check for a lost client on Linux only. Other platforms may refuse the setting, and with it the whole
     * message.
     */
    private static final String WATCH = "CASE WHEN version() LIKE '%linux%' THEN set_config('"
            + SessionSettings.CHECK_INTERVAL + "', '" + SessionSettings.CHECK_MILLIS + "', false) END";

    /**
     * Describes the settings that the session is to have.
     *
     * @param schema the schema to run in, quoted; null for the connection's own
     * @param clientName its {@code application_name}; null for the connection's own
     */
    public record Wanted(
            @Nullable String schema,
            StatementLimits limits,
            @Nullable String clientName) {

        /** Returns the two statements that query the facts and apply the settings. */
        public List<String> statements() {
            return List.of(SessionFacts.SELECT, "SELECT " + String.join(", ", settings()) + IF_OURS);
        }

        private List<String> settings() {
            List<String> settings = new ArrayList<>(List.of(WATCH));
            if (schema != null) {
                settings.add("set_config('search_path', concat_ws(', ', ?::text,"
                        + " nullif(current_setting('search_path'), '')), false)");
            }
            if (limits.limitLocks()) {
                settings.add("set_config('lock_timeout', ?, false)");
            }
            if (limits.statementTimeout() != null) {
                settings.add("set_config('statement_timeout', ?, false)");
            }
            if (clientName != null) {
                settings.add("set_config('application_name', ?, false)");
            }
            return settings;
        }

        /**
         * Binds the parameters of those two statements, which must come first in the message.
         *
         * @return the index of the next parameter
         */
        public int bind(PreparedStatement statement, int pid) throws SQLException {
            int index = 1;
            if (schema != null) {
                statement.setString(index++, schema);
            }
            if (limits.limitLocks()) {
                statement.setString(index++, SessionSettings.millis(limits.lockTimeout()));
            }
            if (limits.statementTimeout() != null) {
                statement.setString(index++, SessionSettings.millis(limits.statementTimeout()));
            }
            if (clientName != null) {
                statement.setString(index++, clientName);
            }
            statement.setInt(index++, pid);
            return index;
        }
    }

    /** Reads the results of those statements, beginning with the current result. */
    public static SessionStart read(PreparedStatement answered) throws SQLException {
        ResultSet facts = Results.current(answered);
        facts.next();
        SessionFacts found = SessionFacts.map(facts, 1);
        ResultSet settings = Results.next(answered);
        boolean applied = settings.next();
        return new SessionStart(found, applied, applied && settings.getString(1) != null);
    }
}
