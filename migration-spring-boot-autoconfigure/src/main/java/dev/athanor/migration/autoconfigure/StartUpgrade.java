package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties.OnFailure;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.status.MigrationStatus;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Upgrades each database at start, or only compares it, and handles a failure. */
final class StartUpgrade {

    private static final Logger log = LoggerFactory.getLogger(StartUpgrade.class);

    private final ObjectProvider<Migrations> databases;
    private final MigrationProperties properties;

    StartUpgrade(ObjectProvider<Migrations> databases, MigrationProperties properties) {
        this.databases = databases;
        this.properties = properties;
    }

    void run() {
        databases.orderedStream().forEach(this::run);
    }

    private void run(Migrations migrations) {
        List<String> leftOvers = migrations.leftOvers();
        if (!leftOvers.isEmpty()) {
            log.warn(
                    "The source has these scripts no more, since they were renamed or deleted, and an earlier build has left"
                            + " them: {}. Build the application from clean, for example with `mvn clean package`.",
                    CappedList.of(leftOvers));
        }
        Optional<CurrentHeads> head = properties.autoUpgrade() ? upgrade(migrations) : Optional.empty();
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
    private Optional<CurrentHeads> upgrade(Migrations migrations) {
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
