package dev.athanor.migration.autoconfigure.json;

import dev.athanor.migration.autoconfigure.json.LintDescriptor.FindingDescriptor;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintedPlan;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a command would do: the JSON of {@code migration upgrade --plan --json}.
 *
 * @param command the command
 * @param targets the targets
 * @param before the rows of the version table at the start
 * @param after the rows at the end
 * @param summary the plan in one line
 * @param steps the steps, in order
 */
public record PlanDescriptor(
        String command,
        List<String> targets,
        List<String> before,
        List<String> after,
        String summary,
        List<PlannedDescriptor> steps) {

    /** Describes a plan that lint has not looked at. */
    public static PlanDescriptor of(MigrationPlan plan) {
        return of(plan, step -> Optional.empty());
    }

    /** Describes a plan with the findings of lint. */
    public static PlanDescriptor of(LintedPlan linted) {
        return of(linted.plan(), step -> Optional.of(linted.of(step)));
    }

    private static PlanDescriptor of(MigrationPlan plan, Function<Step, Optional<List<LintFinding>>> findings) {
        return new PlanDescriptor(
                plan.command().word(),
                plan.targets(),
                texts(plan.before().ids()),
                texts(plan.after().ids()),
                plan.summary(),
                plan.steps().stream()
                        .map(step -> PlannedDescriptor.of(step, findings.apply(step)))
                        .toList());
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    /**
     * Describes a step.
     *
     * @param direction what it does
     * @param revisions its revisions
     * @param step the step in one phrase
     * @param findings the findings of lint, worst first; missing if lint has not looked
     */
    public record PlannedDescriptor(
            String direction,
            List<String> revisions,
            String step,
            @Nullable List<FindingDescriptor> findings) {

        static PlannedDescriptor of(Step step, Optional<List<LintFinding>> findings) {
            return new PlannedDescriptor(
                    Direction.of(step).word(),
                    texts(step.revisions()),
                    step.describe(),
                    findings.map(found ->
                                    found.stream().map(FindingDescriptor::of).toList())
                            .orElse(null));
        }
    }
}
