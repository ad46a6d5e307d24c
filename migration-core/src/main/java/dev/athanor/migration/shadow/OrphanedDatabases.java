package dev.athanor.migration.shadow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drops throw-away databases whose process has ended.
 *
 * <p>A running process holds a guarding session in its database, and records that in the {@link OwnershipComment} as
 * soon as the session exists. A database that is marked as guarded but has no guard is therefore orphaned. A database
 * that is not marked as guarded yet either will be soon, or belongs to a process that died in between, which its age
 * shows. A database without a comment is dropped only if nothing was ever created in it, because any user may give a
 * database such a name.
 */
final class OrphanedDatabases {

    static final String GUARD = "migration throw-away guard";

    private static final Pattern NAME = Pattern.compile("migration_verify_(\\d{10})_[0-9a-f]{12}");

    private static final long SECONDS_BEFORE_GUARDED = 60;

    private static final String LOOK = "SELECT datname, d.oid, coalesce(shobj_description(d.oid, 'pg_database'), ''),"
            + " extract(epoch FROM clock_timestamp())::bigint FROM pg_database d"
            + " WHERE datname LIKE 'migration\\_verify\\_%' AND pg_has_role(datdba, 'MEMBER')"
            + " AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a"
            + " WHERE a.datid = d.oid AND a.application_name = ?)";

    /** Selects whether a database is empty. Objects that {@code initdb} creates have lower oids. */
    private static final String EMPTY = "SELECT NOT EXISTS (SELECT FROM pg_class WHERE oid >= 16384)"
            + " AND NOT EXISTS (SELECT FROM pg_namespace WHERE oid >= 16384)"
            + " AND NOT EXISTS (SELECT FROM pg_proc WHERE oid >= 16384)"
            + " AND NOT EXISTS (SELECT FROM pg_type WHERE oid >= 16384)"
            + " AND NOT EXISTS (SELECT FROM pg_extension WHERE oid >= 16384)"
            + " AND NOT EXISTS (SELECT FROM pg_largeobject_metadata)";

    private final DatabaseAddress address;
    private final JdbcClient server;

    OrphanedDatabases(DatabaseAddress address, JdbcClient server) {
        this.address = address;
        this.server = server;
    }

    private record Found(ThrowAwayIdentity.Seen seen, long now) {

        boolean hasOurName() {
            return NAME.matcher(seen.name()).matches();
        }

        Optional<OwnershipComment> ownership() {
            return OwnershipComment.of(seen.comment()).filter(ownership -> ownership.oid() == seen.oid());
        }

        boolean isOld() {
            Matcher matcher = NAME.matcher(seen.name());
            return matcher.matches() && now - Long.parseLong(matcher.group(1)) > SECONDS_BEFORE_GUARDED;
        }
    }

    void drop() {
        List<Found> found = server.sql(LOOK)
                .param(GUARD)
                .query((row, number) -> new Found(
                        new ThrowAwayIdentity.Seen(row.getString(1), row.getLong(2), row.getString(3)), row.getLong(4)))
                .list();
        found.stream().filter(Found::hasOurName).filter(this::isLeftOver).forEach(one -> drop(one.seen()));
    }

    private boolean isLeftOver(Found found) {
        Optional<OwnershipComment> ownership = found.ownership();
        if (ownership.isPresent()) {
            return ownership.get().guarded() || found.isOld();
        }
        return found.isOld() && found.seen().comment().isEmpty() && isEmpty(found.seen());
    }

    private boolean isEmpty(ThrowAwayIdentity.Seen seen) {
        try (Connection connection = address.other(seen.name()).getConnection();
                Statement statement = connection.createStatement()) {
            if (!ThrowAwayIdentity.where(connection).equals(seen)) {
                return false;
            }
            try (ResultSet row = statement.executeQuery(EMPTY)) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Drops a database. Failures are ignored, because another process may drop the database too, and the next run tries
     * again.
     */
    private void drop(ThrowAwayIdentity.Seen seen) {
        try {
            server.sql(dropping(seen.name())).update();
        } catch (DataAccessException e) {
            return;
        }
    }

    static String dropping(String name) {
        return "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
    }
}
