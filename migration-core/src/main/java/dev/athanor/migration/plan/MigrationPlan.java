package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import java.util.List;

/**
 * All that a command will do, decided before anything is touched.
 *
 * @param command which command
 * @param targets as they were given
 * @param before the rows at the start
 * @param steps in order; the rows after one are the rows before the next
 * @param after the rows at the end
 * @since 0.1.0
 */
public record MigrationPlan(Command command, List<String> targets, Heads before, List<Step> steps, Heads after) {

    public MigrationPlan {
        targets = List.copyOf(targets);
        steps = List.copyOf(steps);
    }

    /** Nothing to do: the rows stay as they are. */
    public static MigrationPlan nothing(Command command, List<String> targets, Heads rows) {
        return new MigrationPlan(command, targets, rows, List.of(), rows);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What would run, in one line. */
    public String summary() {
        return PlanText.title(this);
    }

    /** The same with every statement as it would be sent, placeholders replaced: their values are not masked here. */
    public String withStatements() {
        return PlanText.withStatements(this);
    }

    /** What would run, a line for each step. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
