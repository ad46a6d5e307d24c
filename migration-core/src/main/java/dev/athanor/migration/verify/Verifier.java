package dev.athanor.migration.verify;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Tries every downgrade in a throw-away database: each revision up, down and up again, then all of them down and up
 * again.
 *
 * @since 0.1.0
 */
public final class Verifier {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings settings;
    private final Placeholders placeholders;

    /**
     * Creates a verifier for these scripts, which run with the settings of the target, but always with one transaction
     * per revision.
     */
    public Verifier(ScriptDirectory scripts, Tables tables, RunSettings settings, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.settings = new RunSettings(
                TransactionScope.REVISION, settings.lockWait(), settings.limits(), settings.applicationVersion());
        this.placeholders = placeholders;
    }

    /**
     * Verifies the revisions.
     *
     * @param target the database that the throw-away database is to resemble, which is only read
     * @throws MigrationException if no throw-away database can be created, or a requested revision does not exist
     */
    public VerifyReport verify(DataSource target, VerifySettings wanted) {
        long begun = System.nanoTime();
        VerifyPlan plan = VerifyPlan.of(scripts.graph(), wanted);
        DraftException.requireNone(plan.order().stream().map(scripts::script).toList());
        DatabasePrerequisites expected = DatabasePrerequisites.of(target, tables, scripts);
        try (VerifyState state = new VerifyState(scripts, () -> replay(target, wanted, expected))) {
            VerifyRun run = new VerifyRun(scripts, plan, state, wanted.progress());
            plan.order().forEach(run::visit);
            return new VerifyReport(run.proofs(), run.chainProof(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private ReplayDatabase replay(DataSource target, VerifySettings wanted, DatabasePrerequisites expected) {
        MigrationRunner runner = new MigrationRunner(expected.tables(), settings, RunListener.NONE, placeholders);
        return ReplayDatabase.create(target, wanted.shadow(), runner, expected);
    }
}
