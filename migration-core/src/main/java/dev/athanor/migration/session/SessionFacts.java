package dev.athanor.migration.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the state of a session when it was opened.
 *
 * @param searchPath the search path
 * @param pid the process id of the backend, as the backend itself reports it
 * @param recovery whether the server is a read replica
 * @param readOnly whether transactions are read-only
 * @param authorization the session user
 * @param role the role
 * @param settings the settings that were changed in the session, by name
 * @param version the server's {@code version()}
 * @param transactionalDdl YugabyteDB's setting, or empty on a server that does not have it
 */
record SessionFacts(
        String searchPath,
        int pid,
        boolean recovery,
        boolean readOnly,
        String authorization,
        String role,
        Map<String, String> settings,
        String version,
        String transactionalDdl) {

    /** Selects the settings that can be restored. The settings of a transaction are not settings of the session. */
    static final String RESTORABLE = "context IN ('user', 'superuser') AND name NOT IN ('transaction_isolation',"
            + " 'transaction_read_only', 'transaction_deferrable')";

    static final String SELECT = "SELECT current_setting('search_path'), pg_backend_pid(), pg_is_in_recovery(),"
            + " current_setting('transaction_read_only')::boolean, session_user::text, current_setting('role'),"
            + " ARRAY(SELECT name FROM pg_settings WHERE source = 'session' AND " + RESTORABLE + " ORDER BY name),"
            + " ARRAY(SELECT setting FROM pg_settings WHERE source = 'session' AND " + RESTORABLE + " ORDER BY name),"
            + " version(), coalesce(current_setting('yb_ddl_transaction_block_enabled', true), '')";

    SessionFacts {
        settings = Map.copyOf(settings);
    }

    static SessionFacts map(ResultSet row, int number) throws SQLException {
        String[] names = (String[]) row.getArray(7).getArray();
        String[] values = (String[]) row.getArray(8).getArray();
        Map<String, String> settings = new TreeMap<>();
        for (int index = 0; index < names.length; index++) {
            settings.put(names[index], values[index]);
        }
        return new SessionFacts(
                row.getString(1),
                row.getInt(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                settings,
                row.getString(9),
                row.getString(10));
    }
}
