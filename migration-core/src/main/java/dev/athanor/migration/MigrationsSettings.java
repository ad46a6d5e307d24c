package dev.athanor.migration;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import java.util.List;

/**
 * How the migrations of one database schema are configured.
 *
 * @param name of this database among the application's
 * @param revisions of this build
 * @param target the upgrade that runs if no target is given
 * @param tables schema, version table and history table
 * @param run how plans are run
 * @param allowReset whether {@link Migrations#reset()} is allowed, which destroys data
 * @param listeners are told of each run and step
 */
record MigrationsSettings(
        String name,
        BuildRevisions revisions,
        MigrationRequest.Upgrade target,
        Tables tables,
        RunSettings run,
        boolean allowReset,
        List<RunListener> listeners) {

    MigrationsSettings {
        listeners = List.copyOf(listeners);
    }

    Placeholders placeholders() {
        return revisions.placeholders();
    }
}
