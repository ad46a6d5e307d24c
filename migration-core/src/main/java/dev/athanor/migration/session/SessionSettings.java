package dev.athanor.migration.session;

import dev.athanor.migration.sql.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Holds the original settings of a session and the settings that scripts run with. Both can be restored at any time.
 *
 * @since 0.1.0
 */
public final class SessionSettings {

    private static final Logger log = LoggerFactory.getLogger(SessionSettings.class);
    static final String CHECK_INTERVAL = "client_connection_check_interval";
    static final String CHECK_MILLIS = "2000";

    private static final String OURSELVES =
            "SELECT set_config('session_authorization', ?, true), set_config('role', ?, true)";

    private final Session session;
    private final SessionFacts taken;
    private final Map<String, String> wanted;

    SessionSettings(Session session, SessionFacts taken, SessionStart.Wanted ready) {
        StatementLimits limits = ready.limits();
        String schema = ready.schema();
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
        if (ready.clientName() != null) {
            wanted.put("application_name", ready.clientName());
        }
    }

    static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Applies the settings for scripts, and lets the server notice when this process dies. */
    void apply() {
        session.send(settingAgain(wanted));
        watch();
    }

    private void watch() {
        try {
            session.query("SELECT set_config(?, ?, false)", (row, n) -> row.getString(1), CHECK_INTERVAL, CHECK_MILLIS);
            wanted.put(CHECK_INTERVAL, CHECK_MILLIS);
        } catch (DataAccessException e) {
            log.debug("This server's platform cannot notice a client that is gone while a statement runs", e);
        }
    }

    /**
     * Records that the settings have been applied already, and sets up the check for a lost client if that is missing.
     */
    void applied(boolean watched) {
        if (watched) {
            wanted.put(CHECK_INTERVAL, CHECK_MILLIS);
        } else {
            watch();
        }
    }

    /** Undoes what a script has set, and drops its temporary tables. */
    public void restore() {
        session.send(restoring());
    }

    /** Returns the statements that undo what a script has set and drop its temporary tables. */
    public List<String> restoring() {
        List<String> statements = new ArrayList<>(settingAgain(wanted));
        statements.add("DISCARD TEMP");
        return statements;
    }

    /** Returns the statements that restore the settings as they were when the session was opened. */
    List<String> puttingBack() {
        return settingAgain(taken.settings());
    }

    /** Restores the user and role that write the version table and the history, for the rest of the transaction. */
    public void ourselves() {
        session.query(OURSELVES, (row, number) -> row.getString(1), taken.authorization(), taken.role());
    }

    /**
     * Returns the statements that set user and role first, because the other settings may need them, then reset all
     * settings to their values at connection time, and then apply the given settings.
     */
    private List<String> settingAgain(Map<String, String> settings) {
        List<String> statements = new ArrayList<>();
        statements.add("SELECT " + setting("session_authorization", taken.authorization()) + ", "
                + setting("role", taken.role()));
        statements.add("RESET ALL");
        if (!settings.isEmpty()) {
            statements.add(settings.entrySet().stream()
                    .map(setting -> setting(setting.getKey(), setting.getValue()))
                    .collect(Collectors.joining(", ", "SELECT ", "")));
        }
        return statements;
    }

    private static String setting(String name, String value) {
        return "set_config(" + new Literal(name) + ", " + new Literal(value) + ", false)";
    }
}
