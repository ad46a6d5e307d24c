package dev.athanor.migration.runner;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import java.util.List;

/**
 * Defines what one transaction spans.
 *
 * @since 0.1.0
 */
public enum TransactionScope {
    /** Commits each revision with its own rows of the version table and the history. */
    REVISION,
    /** Commits the whole run once, or not at all. */
    SINGLE;

    /**
     * Checks that a plan can run in such transactions. A run in one transaction cannot contain a script that runs
     * without one.
     *
     * @throws MigrationException if the plan contains such scripts; the message names their steps
     */
    public void check(MigrationPlan plan) {
        if (this == REVISION) {
            return;
        }
        List<String> without = plan.steps().stream()
                .filter(step -> Steps.transactionMode(step) == TransactionMode.NONE)
                .map(Step::describe)
                .toList();
        if (!without.isEmpty()) {
            throw new MigrationException(
                    "The run is to be one transaction (migration.transaction=single), and these steps run without one: "
                            + CappedList.of(without) + ".",
                    "Run up to them and beyond them separately, or set migration.transaction=revision. Nothing was"
                            + " done.");
        }
    }
}
