package dev.athanor.migration.history;

import dev.athanor.migration.plan.Step;
import java.util.Optional;

/**
 * Defines how the step of a run that leads to head is marked in its history row.
 *
 * @param mark the mark, or empty if the step is not marked
 * @param columnMissing whether the history, created by an earlier release, has no column for the mark yet
 * @since 0.1.0
 */
public record Marking(Optional<HeadMark> mark, boolean columnMissing) {

    /** Marks no step. */
    public static final Marking NONE = new Marking(Optional.empty(), false);

    /** Returns the mark for the row of a step, or empty unless the step leads to head. */
    Optional<String> of(Step step) {
        return step instanceof Step.Upgrade
                ? mark.filter(found -> step.after().equals(found.heads().get())).map(found -> found.of(step.after()))
                : Optional.empty();
    }
}
