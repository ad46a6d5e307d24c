package dev.athanor.migration.lock;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Statement;
import java.util.List;

/**
 * Disables timeouts while a statement runs {@code CONCURRENTLY}. Such a statement blocks no other sessions while it
 * waits, and an interrupted one leaves behind an invalid index or a half-detached partition.
 *
 * @since 0.1.0
 */
public final class LiftedLimits implements AutoCloseable {

    private static final String SET =
            "SELECT set_config('lock_timeout', ?, false), set_config('statement_timeout', ?," + " false)";

    private record Timeouts(String lock, String statement) {}

    private final Session session;
    private final List<Timeouts> before;

    private LiftedLimits(Session session, List<Timeouts> before) {
        this.session = session;
        this.before = before;
    }

    /** Lifts the limits if the statement needs that and the script does not set timeouts itself. */
    public static LiftedLimits of(Session session, Statement statement, TimeoutSource timeouts) {
        if (timeouts == TimeoutSource.SCRIPT || !statement.mentions("CONCURRENTLY")) {
            return new LiftedLimits(session, List.of());
        }
        List<Timeouts> before = session.query(
                "SELECT current_setting('lock_timeout'), current_setting('statement_timeout')",
                (row, number) -> new Timeouts(row.getString(1), row.getString(2)));
        set(session, new Timeouts("0", "0"));
        return new LiftedLimits(session, before);
    }

    @Override
    public void close() {
        before.forEach(timeouts -> set(session, timeouts));
    }

    private static void set(Session session, Timeouts timeouts) {
        session.query(SET, (row, number) -> row.getString(1), timeouts.lock(), timeouts.statement());
    }
}
