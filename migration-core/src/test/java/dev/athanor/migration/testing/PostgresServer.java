package dev.athanor.migration.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: the one that {@code MIGRATION_TEST_URL} names, a container where Docker is there,
 * otherwise embedded binaries.
 */
public final class PostgresServer {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static @Nullable PostgresServer instance;

    private final String url;
    private final String user;
    private final String password;

    private PostgresServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The server, started when it is first asked for. */
    public static synchronized PostgresServer get() {
        PostgresServer known = instance;
        if (known == null) {
            known = start();
            instance = known;
        }
        return known;
    }

    private static PostgresServer start() {
        String given = System.getenv("MIGRATION_TEST_URL");
        if (given != null && !given.isBlank()) {
            return new PostgresServer(
                    given,
                    System.getenv().getOrDefault("MIGRATION_TEST_USERNAME", "postgres"),
                    System.getenv().getOrDefault("MIGRATION_TEST_PASSWORD", ""));
        }
        return dockerIsThere() ? container() : embedded();
    }

    private static boolean dockerIsThere() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static PostgresServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        return new PostgresServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static PostgresServer embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_line_prefix", "%d:")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return new PostgresServer(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    public TestDatabase createDatabase(String hint) {
        return create(hint, "");
    }

    /** The same in another encoding than UTF-8. */
    public TestDatabase createDatabase(String hint, String encoding) {
        return create(hint, " ENCODING '" + encoding + "' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
    }

    private TestDatabase create(String hint, String options) {
        String name = "test_" + COUNTER.incrementAndGet() + "_" + Long.toHexString(System.nanoTime()) + "_"
                + hint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String shortened = name.substring(0, Math.min(60, name.length()));
        admin().sql("CREATE DATABASE " + shortened + options).update();
        return new TestDatabase(shortened, url.replaceFirst("/[^/?]*(\\?|$)", "/" + shortened + "$1"), user, password);
    }

    /** Drops a database, even if sessions are still connected. */
    public void dropDatabase(TestDatabase database) {
        admin().sql("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)")
                .update();
    }

    private JdbcClient admin() {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
