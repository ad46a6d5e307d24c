package dev.athanor.backup;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Dumps the database before an upgrade; without a dump, no upgrade. */
@Component
class BackupBeforeUpgrade implements RunListener {

    private final JdbcConnectionDetails database;
    private final String pgDump;
    private final Path directory;

    BackupBeforeUpgrade(
            JdbcConnectionDetails database,
            @Value("${backup.pg-dump:pg_dump}") String pgDump,
            @Value("${backup.directory}") Path directory) {
        this.database = database;
        this.pgDump = pgDump;
        this.directory = directory;
    }

    @Override
    public void runStarted(MigrationPlan plan) {
        if (plan.command() == Command.UPGRADE) {
            dump(directory.resolve(
                    "before-" + plan.after() + "-" + Instant.now().getEpochSecond() + ".dump"));
        }
    }

    private void dump(Path file) {
        String url = database.getJdbcUrl().substring("jdbc:".length());
        ProcessBuilder dump = new ProcessBuilder(
                pgDump, "--format=custom", "--file=" + file, "--username=" + database.getUsername(), url);
        dump.environment().put("PGPASSWORD", String.valueOf(database.getPassword()));
        try {
            int exitCode = dump.inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw refused("pg_dump failed", new IOException("pg_dump ended with exit code " + exitCode));
            }
        } catch (IOException e) {
            throw refused("pg_dump could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("it was interrupted", e);
        }
    }

    private static MigrationException refused(String why, Exception cause) {
        return new MigrationException(
                "There is no backup, and without one nothing is upgraded: " + why + ".",
                "Read the output of pg_dump, fix the cause, then start again.",
                cause);
    }
}
