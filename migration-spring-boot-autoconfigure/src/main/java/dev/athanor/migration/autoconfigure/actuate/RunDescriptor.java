package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.actuate.RequestedRun.Order;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Represents the JSON that answers a write: what will be done, or would be.
 *
 * @param database the name of the database
 * @param command the command
 * @param targets the targets
 * @param principal the user, if the application knows
 * @param started whether the run has begun; false if only the plan was requested
 * @param summary the plan in one line
 * @param steps the plan, a phrase for each step
 */
public record RunDescriptor(
        String database,
        String command,
        List<String> targets,
        @Nullable String principal,
        boolean started,
        String summary,
        List<String> steps)
        implements OperationResponseBody {

    static RunDescriptor of(String database, Order order, MigrationPlan plan, boolean started) {
        return new RunDescriptor(
                database,
                order.command().word(),
                order.targets(),
                order.principal(),
                started,
                plan.summary(),
                plan.steps().stream().map(Step::describe).toList());
    }
}
