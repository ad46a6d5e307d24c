package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties.OnFailure;
import dev.athanor.migration.autoconfigure.MigrationProperties.RunAt;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.status.MigrationStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upgrades each database at start, or only compares it, and handles a failure. */
final class StartUpgrade {

    private static final Logger log = LoggerFactory.getLogger(StartUpgrade.class);

    private final Supplier<MigrationDatabases> databases;
    private final RunAt moment;

    /**
     * @param moment whose databases are upgraded
     */
    StartUpgrade(Supplier<MigrationDatabases> databases, RunAt moment) {
        this.databases = databases;
        this.moment = moment;
    }

    void run() {
        MigrationDatabases all = databases.get();
        List<Migrations> now = all.all().stream()
                .filter(migrations -> all.properties(migrations.name()).runAt() == moment)
                .toList();
        if (!now.isEmpty() && all.areUnusual()) {
            log.info("{}", all.line());
        }
        now.forEach(migrations -> run(migrations, all.properties(migrations.name())));
    }

    private static void run(Migrations migrations, MigrationProperties properties) {
        List<String> leftOvers = migrations.leftOvers();
        if (!leftOvers.isEmpty()) {
            log.warn(
                    "The source has these scripts no more, since they were renamed or deleted, and an earlier build has left"
                            + " them: {}. Build the application from clean, for example with `mvn clean package`.",
                    CappedList.of(leftOvers));
        }
        Optional<CurrentHeads> head = properties.upgradesAtStart() ? upgrade(migrations, properties) : Optional.empty();
        if (head.isPresent()) {
            tellAtHead(migrations.name(), MigrationStatus.atHead(head.get()));
            return;
        }
        MigrationStatus status = migrations.status();
        if (status.state() == MigrationStatus.State.AT_HEAD) {
            tellAtHead(status.database(), status.summary());
        } else {
            warn(status);
        }
    }

    /** Returns the rows if the database is at head now, so that no further look is needed. */
    private static Optional<CurrentHeads> upgrade(Migrations migrations, MigrationProperties properties) {
        try {
            MigrationReport report = migrations.upgrade();
            return migrations.isAtHead(report) ? Optional.of(report.after()) : Optional.empty();
        } catch (MigrationException e) {
            if (properties.onFailure() == OnFailure.STOP) {
                throw e;
            }
            log.error(
                    "The upgrade failed; the application goes on without traffic (migration.on-failure=refuse-traffic)",
                    e);
            return Optional.empty();
        }
    }

    private static void tellAtHead(String database, String summary) {
        log.info("Migrations of '{}': {}", database, summary);
    }

    private static void warn(MigrationStatus status) {
        String line = status.action().isEmpty() ? status.summary() : status.summary() + " " + status.action();
        log.warn("Migrations of '{}' ({}): {}", status.database(), status.state(), line);
    }
}
