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
 * An empty database that is like the target and is dropped when it is closed, whatever is connected to it.
 *
 * <p>It is dropped as well when the JVM is shut down; where the JVM is killed, the next one that is made on that server drops
 * it first. The target is only read. Every connection proves where it is before anything is sent over it: see {@link
 * ThrowAwayIdentity}.
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
     * Makes one beside the target: on its server, with its encoding, collation and settings.
     *
     * @throws ShadowException when the server or the role does not allow it
     */
    public static ThrowAwayDatabase beside(DataSource target) {
        return create(target, Optional.empty());
    }

    /**
     * Makes one on another server where that is given, otherwise beside the target.
     *
     * @param shadow any database of that server, as a role that may create databases
     * @throws ShadowException when the server or the role does not allow it, or when a connection leads elsewhere
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

    /** What others have left goes first; the server's clock tells later how old this one is. */
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

    /** On one connection: what another one sees may be another server. */
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

    /** As long as it is there, nobody takes the database for left over. */
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

    /** A setting that only a superuser may make is not taken over. */
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

    /** Its name, which nobody else uses. */
    public String name() {
        return name;
    }

    /**
     * A new connection to it at each request, as the role that made it; each proves that it is there before it is given out.
     */
    public DataSource dataSource() {
        return new ProvenDataSource(server.other(name), Objects.requireNonNull(identity, "not created"));
    }

    /**
     * Drops it, with all sessions that are still in it.
     *
     * @throws ShadowException when that fails
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

    /** The guard is in it until it is gone: so nobody can rename it, and put another one in its place. */
    private void drop() {
        ThrowAwayIdentity made = identity;
        if (made == null) {
            return; // what was created, and could not be marked, is empty: the next one finds it
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

    /** The server has closed it already where the database was dropped. */
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
            return; // nobody is there to be told, and the next one drops it
        }
    }
}
