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

/** What a session's settings were when it was taken, and what scripts find: both can be put back at any time. */
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

    /** Readies the session for scripts, and lets the server notice when this process dies. */
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

    /** They have been applied already, with the client watched or not. */
    void applied(boolean watched) {
        if (watched) {
            wanted.put(CHECK_INTERVAL, CHECK_MILLIS);
        } else {
            watch();
        }
    }

    /** Undoes what a script has set; its temporary tables go as well. */
    public void restore() {
        session.send(restoring());
    }

    /** Returns what undoes what a script has set; its temporary tables go as well. */
    public List<String> restoring() {
        List<String> statements = new ArrayList<>(settingAgain(wanted));
        statements.add("DISCARD TEMP");
        return statements;
    }

    /** As they were when the session was taken. */
    List<String> puttingBack() {
        return settingAgain(taken.settings());
    }

    /** For the rest of the transaction, the user and role that the books belong to. */
    public void ourselves() {
        session.query(OURSELVES, (row, number) -> row.getString(1), taken.authorization(), taken.role());
    }

    /** User and role first, since the other settings may need them; then all as at connecting, then what was set since. */
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
