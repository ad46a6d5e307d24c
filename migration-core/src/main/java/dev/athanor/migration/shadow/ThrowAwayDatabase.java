package dev.athanor.migration.shadow;

import dev.athanor.migration.sql.Literal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Represents an empty database that is like the target. Closing drops the database, regardless of open connections to
 * it.
 *
 * <p>The database is also dropped when the JVM shuts down. If the JVM is killed, the next throw-away database on that
 * server drops the orphaned one first. The target is only read. Every connection is verified before anything is sent
 * over it: see {@link ThrowAwayIdentity}.
 */
public final class ThrowAwayDatabase implements AutoCloseable {

    private static final int RANDOM_DIGITS = 12;

    private static final int TOKEN_BYTES = 16;

    private final DatabaseAddress server;
    private final String name;
    private final Thread dropping;
    private volatile @Nullable ThrowAwayIdentity identity;
    private @Nullable Connection guard;

    private ThrowAwayDatabase(DatabaseAddress server, String name) {
        this.server = server;
        this.name = name;
        this.dropping = new Thread(this::dropAtShutdown, "drop " + name);
    }

    /**
     * Creates a database beside the target: on its server, with its encoding, collation and settings.
     *
     * @throws ShadowException if the server or the role does not allow it
     */
    public static ThrowAwayDatabase beside(DataSource target) {
        return create(target, Optional.empty());
    }

    /**
     * Creates a database on another server if one is given, and otherwise beside the target.
     *
     * @param shadow any database of the other server, with a role that may create databases
     * @throws ShadowException if the server or the role does not allow it, or a connection leads to another database
     */
    public static ThrowAwayDatabase create(DataSource target, Optional<DataSource> shadow) {
        DatabaseAddress server = DatabaseAddress.of(shadow.orElse(target));
        DatabaseOptions options = options(target);
        try (Connection connection = server.itself().getConnection()) {
            JdbcClient admin = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            ThrowAwayDatabase database = new ThrowAwayDatabase(server, newName(server, admin));
            database.create(connection, admin, shadow.isPresent() ? options.withoutLocale() : options);
            return database;
        } catch (SQLException e) {
            throw ShadowException.unreachable(e);
        }
    }

    private static DatabaseOptions options(DataSource target) {
        try {
            return DatabaseOptions.of(JdbcClient.create(target));
        } catch (DataAccessException e) {
            throw ShadowException.unreachable(e);
        }
    }

    /**
     * Returns a new name, after dropping orphaned databases. The name holds the server's time, which later shows how
     * old the database is.
     */
    private static String newName(DatabaseAddress server, JdbcClient admin) {
        try {
            new OrphanedDatabases(server, admin).drop();
            long now = admin.sql("SELECT extract(epoch FROM clock_timestamp())::bigint")
                    .query(Long.class)
                    .single();
            long random = ThreadLocalRandom.current().nextLong();
            return "migration_verify_" + now + "_" + HexFormat.of().toHexDigits(random, RANDOM_DIGITS);
        } catch (DataAccessException e) {
            throw ShadowException.unreachable(e);
        }
    }

    /** Creates the database on a single connection, because another connection may lead to another server. */
    private void create(Connection connection, JdbcClient admin, DatabaseOptions options) {
        Runtime.getRuntime().addShutdownHook(dropping);
        try {
            createLike(admin, options);
            ThrowAwayIdentity made = identify(connection);
            comment(admin, new OwnershipComment(false, made.oid(), made.token()));
            identity = made;
            guard = guard();
            comment(admin, new OwnershipComment(true, made.oid(), made.token()));
            options.alter(name).forEach(setting -> handOn(admin, setting));
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private ThrowAwayIdentity identify(Connection connection) {
        try {
            ThrowAwayIdentity.Seen seen =
                    ThrowAwayIdentity.named(connection, name).orElseThrow(() -> ShadowException.vanished(name));
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            return new ThrowAwayIdentity(name, seen.oid(), HexFormat.of().formatHex(random));
        } catch (SQLException e) {
            throw ShadowException.unreachable(e);
        }
    }

    private void comment(JdbcClient admin, OwnershipComment ownership) {
        try {
            admin.sql("COMMENT ON DATABASE " + name + " IS " + new Literal(ownership.comment()).quoted())
                    .update();
        } catch (DataAccessException e) {
            throw ShadowException.notCreated(server.role(), e);
        }
    }

    private void createLike(JdbcClient admin, DatabaseOptions options) {
        try {
            admin.sql(options.create(name)).update();
        } catch (DataAccessException e) {
            throw ShadowException.notCreated(server.role(), e);
        }
    }

    /** Opens the guarding session. While that session exists, the database does not count as orphaned. */
    private Connection guard() {
        try {
            Connection connection = dataSource().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + OrphanedDatabases.GUARD + "'");
                statement.execute("SET idle_session_timeout = 0");
            }
            return connection;
        } catch (SQLException e) {
            throw ShadowException.notEntered(name, e);
        }
    }

    /** Applies a setting. A setting that only a superuser may change is skipped. */
    private static void handOn(JdbcClient admin, String setting) {
        try {
            admin.sql(setting).update();
        } catch (DataAccessException e) {
            return;
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Returns the unique name of the database. */
    public String name() {
        return name;
    }

    /**
     * Returns a data source that opens a new connection on each request, with the role that created the database. Each
     * connection is verified before it is handed out.
     */
    public DataSource dataSource() {
        return new ProvenDataSource(server.other(name), Objects.requireNonNull(identity, "not created"));
    }

    /**
     * Drops the database, with all sessions that are still in it.
     *
     * @throws ShadowException if the database cannot be dropped
     */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(dropping);
        } catch (IllegalStateException e) {
            return; // the hook does it
        }
        drop();
    }

    /**
     * Drops the database. The guard stays in the database until then, so that nobody can rename it and put another one
     * in its place.
     */
    private void drop() {
        ThrowAwayIdentity made = identity;
        if (made == null) {
            return; // an unmarked database is empty: the next run finds it
        }
        try (Connection connection = server.itself().getConnection()) {
            Optional<ThrowAwayIdentity.Seen> seen = ThrowAwayIdentity.named(connection, name);
            if (seen.isPresent()) {
                drop(connection, made, seen.get());
            }
        } catch (SQLException e) {
            throw ShadowException.notDropped(name, e);
        } finally {
            closeGuard();
        }
    }

    private static void drop(Connection connection, ThrowAwayIdentity made, ThrowAwayIdentity.Seen seen)
            throws SQLException {
        if (!made.is(seen)) {
            throw ShadowException.notOurs(made, seen);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(OrphanedDatabases.dropping(made.name()));
        }
    }

    /** Closes the guard. If the database was dropped, the server has already closed the guard's session. */
    private void closeGuard() {
        try {
            if (guard != null) {
                guard.close();
            }
        } catch (SQLException e) {
            return;
        }
    }

    private void dropAtShutdown() {
        try {
            drop();
        } catch (ShadowException e) {
            return; // the shutdown has no caller to tell, and the next run drops it
        }
    }
}
