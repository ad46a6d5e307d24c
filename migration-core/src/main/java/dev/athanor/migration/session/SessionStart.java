package dev.athanor.migration.session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message that readies a session has found and done, before and beside what else it asks for.
 *
 * <p>Where a pooler may be in between, or the server cannot write, nothing is set.
 *
 * @param facts what the session was before
 * @param applied whether the settings are those of a run now
 * @param watched whether the server notices a client that is gone
 */
public record SessionStart(SessionFacts facts, boolean applied, boolean watched) {

    /** Selects nothing where what is set or locked may not last; its parameter is the backend that the driver knows. */
    public static final String IF_OURS = " WHERE pg_backend_pid() = ? AND NOT pg_is_in_recovery()"
            + " AND NOT current_setting('transaction_read_only')::boolean";

    /** Other platforms may refuse the setting, and with it the whole message. */
    private static final String WATCH = "CASE WHEN version() LIKE '%linux%' THEN set_config('"
            + SessionSettings.CHECK_INTERVAL + "', '" + SessionSettings.CHECK_MILLIS + "', false) END";

    /**
     * How the session is to be.
     *
     * @param schema the schema to run in, quoted; null for the connection's own
     * @param clientName its {@code application_name}; null for the connection's own
     */
    public record Wanted(
            @Nullable String schema,
            StatementLimits limits,
            @Nullable String clientName) {

        /** Returns the two statements that ask for the facts and set what is wanted. */
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
         * Sets the parameters of those statements, which are the first.
         *
         * @return the number of the next one
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

    /** Reads the answers to those statements, from the current result on. */
    public static SessionStart read(PreparedStatement answered) throws SQLException {
        ResultSet facts = Results.current(answered);
        facts.next();
        SessionFacts found = SessionFacts.map(facts, 1);
        ResultSet settings = Results.next(answered);
        boolean applied = settings.next();
        return new SessionStart(found, applied, applied && settings.getString(1) != null);
    }
}
