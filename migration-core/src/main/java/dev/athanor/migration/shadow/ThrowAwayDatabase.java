package dev.athanor.migration.shadow;

import dev.athanor.migration.sql.Literal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An empty database that is like the target and is dropped when it is closed, whatever is connected to it.
 *
 * <p>It is dropped as well when the JVM is shut down; where the JVM is killed, the next one that is made on that server drops
 * it first. The target is only read.
 */
public final class ThrowAwayDatabase implements AutoCloseable {

    private static final String COMMENT =
            "A throw-away database of `migration verify`: dropped at its end, or else by" + " the next one.";

    private static final int RANDOM_DIGITS = 12;

    private final DatabaseAddress server;
    private final String name;
    private final Thread dropping;
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
     * @throws ShadowException when the server or the role does not allow it
     */
    public static ThrowAwayDatabase create(DataSource target, Optional<DataSource> shadow) {
        DatabaseAddress server = DatabaseAddress.of(shadow.orElse(target));
        Traits traits = traits(target);
        JdbcClient admin = JdbcClient.create(server.itself());
        ThrowAwayDatabase database = new ThrowAwayDatabase(server, newName(admin));
        database.create(admin, shadow.isPresent() ? traits.withoutLocale() : traits);
        return database;
    }

    private static Traits traits(DataSource target) {
        try {
            return Traits.of(JdbcClient.create(target));
        } catch (DataAccessException e) {
            throw ShadowException.unreachable(e);
        }
    }

    /** What others have left goes first; the server's clock tells later how old this one is. */
    private static String newName(JdbcClient admin) {
        try {
            new Leftovers(admin).drop();
            long now = admin.sql("SELECT extract(epoch FROM clock_timestamp())::bigint")
                    .query(Long.class)
                    .single();
            long random = ThreadLocalRandom.current().nextLong();
            return "migration_verify_" + now + "_" + HexFormat.of().toHexDigits(random, RANDOM_DIGITS);
        } catch (DataAccessException e) {
            throw ShadowException.unreachable(e);
        }
    }

    private void create(JdbcClient admin, Traits traits) {
        Runtime.getRuntime().addShutdownHook(dropping);
        try {
            createLike(admin, traits);
            guard = guard();
            admin.sql("COMMENT ON DATABASE " + name + " IS " + new Literal(COMMENT).quoted())
                    .update();
            traits.alter(name).forEach(setting -> handOn(admin, setting));
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void createLike(JdbcClient admin, Traits traits) {
        try {
            admin.sql(traits.create(name)).update();
        } catch (DataAccessException e) {
            throw ShadowException.notCreated(server.role(), e);
        }
    }

    /** As long as it is there, nobody takes the database for left over. */
    private Connection guard() {
        try {
            Connection connection = dataSource().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + Leftovers.GUARD + "'");
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

    /** A new connection to it at each request, as the role that made it. */
    public DataSource dataSource() {
        return server.other(name);
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

    private void drop() {
        try {
            if (guard != null) {
                guard.close();
            }
            JdbcClient.create(server.itself()).sql(Leftovers.dropping(name)).update();
        } catch (DataAccessException | SQLException e) {
            throw ShadowException.notDropped(name, e);
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
