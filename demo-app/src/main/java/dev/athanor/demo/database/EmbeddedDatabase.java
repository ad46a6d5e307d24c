package dev.athanor.demo.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** One embedded PostgreSQL a JVM: started when the first one asks for its URL, stopped after the last context closed. */
final class EmbeddedDatabase {

    private static @Nullable EmbeddedPostgres running;

    private EmbeddedDatabase() {}

    static synchronized String url(Settings settings) {
        if (running == null) {
            EmbeddedPostgres started = start(settings);
            SpringApplication.getShutdownHandlers().add(() -> stop(started));
            running = started;
        }
        return running.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start(Settings settings) {
        try {
            return builder(settings).start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL did not start: set spring.datasource.url to use a database of your own.",
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Settings settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setRegisterShutdownHook(false)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        Path directory = settings.directory();
        return directory == null ? builder : builder.setDataDirectory(directory).setCleanDataDirectory(false);
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the server runs.
     *
     * @param port its port, 0 for any free one
     * @param directory where its data stay; null for a temporary folder that is deleted at exit
     */
    record Settings(int port, @Nullable Path directory) {}
}
