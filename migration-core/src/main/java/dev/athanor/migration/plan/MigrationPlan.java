package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be done, decided wholly before anything is (station 6).
 *
 * @param command the command it is for
 * @param targets as they were given
 * @param before the heads it starts from
 * @param steps in order
 * @param after the heads it leads to
 */
public record MigrationPlan(Command command, List<String> targets, Heads before, List<Step> steps, Heads after) {

    public MigrationPlan {
        targets = List.copyOf(targets);
        steps = List.copyOf(steps);
    }

    /** Nothing to do: the database is where it should be. */
    public static MigrationPlan nothing(Command command, List<String> targets, Heads heads) {
        return new MigrationPlan(command, targets, heads, List.of(), heads);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** One line: {@code upgrade heads: from base to 4f1a, 7 steps}. */
    public String summary() {
        String count = steps.size() == 1 ? "1 step" : steps.size() + " steps";
        return command.word() + " " + String.join(" ", targets) + ": from " + before + " to " + after + ", " + count;
    }

    /** The summary, then a line a step. */
    @Override
    public String toString() {
        return summary() + steps.stream().map(step -> "\n  " + step.describe()).collect(Collectors.joining());
    }
}
