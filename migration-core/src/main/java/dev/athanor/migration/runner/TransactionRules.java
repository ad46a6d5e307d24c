package dev.athanor.migration.runner;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import java.util.List;

/** A run in one transaction cannot hold a script that runs without one. */
final class TransactionRules {

    private TransactionRules() {}

    static void check(MigrationPlan plan, TransactionScope scope) {
        if (scope == TransactionScope.REVISION) {
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
