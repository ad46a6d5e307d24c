package dev.athanor.benchmarks;

import dev.athanor.migration.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An embedded PostgreSQL that commits as durably as one in production. */
public final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one. */
    public static Server start() throws IOException {
        return new Server(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    /** A new, empty database, with all earlier work on disk. */
    public TestDatabase createDatabase() {
        String name = "benchmark_" + databases.incrementAndGet();
        admin().sql("CREATE DATABASE " + name).update();
        admin().sql("CHECKPOINT").update();
        return new TestDatabase(name, postgres.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** Drops the database, even if sessions are connected. */
    public void drop(TestDatabase database) {
        admin().sql("DROP DATABASE " + database.name() + " WITH (FORCE)").update();
    }

    /** What {@code version()} says. */
    public String version() {
        return admin().sql("SHOW server_version").query(String.class).single();
    }

    private JdbcClient admin() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
