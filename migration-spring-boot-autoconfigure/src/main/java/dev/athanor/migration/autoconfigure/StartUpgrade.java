package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.MigrationStatus;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties.OnFailure;
import dev.athanor.migration.error.MigrationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** What happens to each database at start: upgraded, or only compared; and what follows a failure. */
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
        if (properties.autoUpgrade()) {
            upgrade(migrations);
        }
        MigrationStatus status = migrations.status();
        tell(status);
        if (status.state() == MigrationStatus.State.AT_HEAD) {
            warnOfNone(migrations);
        }
    }

    /** An empty place is legal on the first day, and a mistyped one on every other. */
    private void warnOfNone(Migrations migrations) {
        if (migrations.scripts().scripts().isEmpty()) {
            log.warn(
                    "No revision was found in {}: write the first one with `migration revision -m \"...\"`, or correct"
                            + " migration.locations",
                    properties.locations());
        }
    }

    private void upgrade(Migrations migrations) {
        try {
            migrations.upgrade();
        } catch (MigrationException e) {
            if (properties.onFailure() == OnFailure.STOP) {
                throw e;
            }
            log.error(
                    "The upgrade failed; the application goes on without traffic (migration.on-failure=refuse-traffic)",
                    e);
        }
    }

    private static void tell(MigrationStatus status) {
        String line = status.action().isEmpty() ? status.summary() : status.summary() + " " + status.action();
        if (status.state() == MigrationStatus.State.AT_HEAD) {
            log.info("Migrations of '{}': {}", status.database(), line);
        } else {
            log.warn("Migrations of '{}' ({}): {}", status.database(), status.state(), line);
        }
    }
}
