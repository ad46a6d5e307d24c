package dev.athanor.migration.shadow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Throw-away databases whose process is no more.
 *
 * <p>A living process holds a guarding session in its own, and says so in a comment on the database as soon as it does. So
 * what has the comment and no guard is left over; what has neither is about to be, or its process died at the worst
 * moment: that shows with age.
 */
final class Leftovers {

    static final String GUARD = "migration throw-away guard";

    private static final Pattern NAME = Pattern.compile("migration_verify_(\\d{10})_[0-9a-f]{12}");

    private static final long SECONDS_BEFORE_GUARDED = 60;

    private static final String LOOK = "SELECT datname, shobj_description(oid, 'pg_database') IS NOT NULL AS commented,"
            + " extract(epoch FROM clock_timestamp())::bigint AS now FROM pg_database d"
            + " WHERE datname LIKE 'migration\\_verify\\_%' AND pg_has_role(datdba, 'MEMBER')"
            + " AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a"
            + " WHERE a.datid = d.oid AND a.application_name = ?)";

    private final JdbcClient server;

    Leftovers(JdbcClient server) {
        this.server = server;
    }

    private record Found(String name, boolean commented, long now) {

        boolean isLeftOver() {
            Matcher matcher = NAME.matcher(name);
            return matcher.matches() && (commented || now - Long.parseLong(matcher.group(1)) > SECONDS_BEFORE_GUARDED);
        }
    }

    void drop() {
        List<Found> found = server.sql(LOOK)
                .param(GUARD)
                .query((row, number) ->
                        new Found(row.getString("datname"), row.getBoolean("commented"), row.getLong("now")))
                .list();
        found.stream().filter(Found::isLeftOver).forEach(one -> drop(one.name()));
    }

    /** Another process may do the same; and the next one tries again. */
    private void drop(String name) {
        try {
            server.sql(dropping(name)).update();
        } catch (DataAccessException e) {
            return;
        }
    }

    static String dropping(String name) {
        return "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
    }
}
