package dev.athanor.migration;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.UpgradeLint;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import java.util.List;

/**
 * Holds the configuration of the migrations of one database schema.
 *
 * @param name the name of this database in the application
 * @param revisions the revisions of this build
 * @param target the upgrade that runs if no target is given
 * @param tables the schema, the version table and the history table
 * @param run the settings of runs
 * @param allowReset whether {@link Migrations#reset()} is allowed, which destroys data
 * @param lint how revisions are looked at
 * @param upgradeLint whether an upgrade looks at its revisions first
 * @param listeners receive each run and step
 */
record MigrationsSettings(
        String name,
        BuildRevisions revisions,
        MigrationRequest.Upgrade target,
        Tables tables,
        RunSettings run,
        boolean allowReset,
        LintSettings lint,
        UpgradeLint upgradeLint,
        List<RunListener> listeners) {

    MigrationsSettings {
        listeners = List.copyOf(listeners);
    }

    Placeholders placeholders() {
        return revisions.placeholders();
    }
}
