package dev.athanor.migration.lint;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import java.util.List;

/**
 * Holds a plan and what its upgrades do to a running system.
 *
 * @param plan the plan
 * @param report what lint says about the revisions that the plan applies
 * @since 0.1.0
 */
public record LintedPlan(MigrationPlan plan, LintReport report) {

    /** Returns the findings of a step, worst first. */
    public List<LintFinding> of(Step step) {
        return step.revisions().stream()
                .flatMap(revision -> report.of(revision).stream())
                .toList();
    }
}
