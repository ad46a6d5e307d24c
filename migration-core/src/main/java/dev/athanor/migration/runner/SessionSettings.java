package dev.athanor.migration.runner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What a session's settings were when it was taken, and what scripts find: both can be put back at any time. */
final class SessionSettings {

    private static final Logger log = LoggerFactory.getLogger(SessionSettings.class);
    private static final String CHECK_INTERVAL = "client_connection_check_interval";
    private static final String CHECK_MILLIS = "2000";

    /** User and role first, since the other settings may need them; the last row says whether there are temporary tables. */
    private static final String RESTORE = "SELECT set_config('session_authorization', ?, false)"
            + " UNION ALL SELECT set_config('role', ?, false)"
            + " UNION ALL SELECT set_config(s.name, w.value, false) FROM pg_settings s"
            + " LEFT JOIN unnest(?::text[], ?::text[]) AS w (name, value) USING (name)"
            + " WHERE (s.source = 'session' OR w.value IS NOT NULL)"
            + " AND s.setting IS DISTINCT FROM coalesce(w.value, s.reset_val) AND " + SessionFacts.RESTORABLE
            + " UNION ALL SELECT (pg_my_temp_schema() <> 0)::text";

    private static final String OURSELVES =
            "SELECT set_config('session_authorization', ?, true), set_config('role', ?, true)";

    private final Session session;
    private final SessionFacts taken;
    private final Map<String, String> wanted;

    /**
     * @param schema the schema to run in, quoted; null for the connection's own
     */
    SessionSettings(Session session, SessionFacts taken, @Nullable String schema, StatementLimits limits) {
        this.session = session;
        this.taken = taken;
        this.wanted = new TreeMap<>(taken.settings());
        String before = taken.searchPath();
        wanted.put("search_path", schema == null ? before : before.isEmpty() ? schema : schema + ", " + before);
        if (limits.limitLocks()) {
            wanted.put("lock_timeout", millis(limits.lockTimeout()));
        }
        if (limits.statementTimeout() != null) {
            wanted.put("statement_timeout", millis(limits.statementTimeout()));
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Readies the session for scripts, and lets the server notice when this process dies. */
    void apply() {
        restore(wanted);
        try {
            session.query("SELECT set_config(?, ?, false)", (row, n) -> row.getString(1), CHECK_INTERVAL, CHECK_MILLIS);
            wanted.put(CHECK_INTERVAL, CHECK_MILLIS);
        } catch (DataAccessException e) {
            log.debug("This server's platform cannot notice a client that is gone while a statement runs", e);
        }
    }

    /** Undoes what a script has set; its temporary tables go as well. */
    void restore() {
        if (restore(wanted)) {
            session.execute("DISCARD TEMP");
        }
    }

    /** As they were when the session was taken. */
    void putBack() {
        restore(taken.settings());
    }

    /** For the rest of the transaction, the user and role that the books belong to. */
    void ourselves() {
        session.query(OURSELVES, (row, number) -> row.getString(1), taken.authorization(), taken.role());
    }

    private boolean restore(Map<String, String> settings) {
        List<String> rows = session.query(
                RESTORE,
                (row, number) -> String.valueOf(row.getString(1)),
                taken.authorization(),
                taken.role(),
                session.array(settings.keySet()),
                session.array(settings.values()));
        return "true".equals(rows.get(rows.size() - 1));
    }
}
