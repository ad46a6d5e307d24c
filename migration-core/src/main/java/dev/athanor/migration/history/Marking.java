package dev.athanor.migration.history;

import dev.athanor.migration.plan.Step;
import java.util.Optional;

/**
 * How the step of a run that leads to head is marked in its history row.
 *
 * @param mark what it is marked with; empty where it is not
 * @param columnMissing whether the history, made by an earlier release, has no column for it yet
 * @since 0.1.0
 */
public record Marking(Optional<HeadMark> mark, boolean columnMissing) {

    /** No step is marked. */
    public static final Marking NONE = new Marking(Optional.empty(), false);

    /** Returns what a step's row is marked with; empty unless it leads to head. */
    Optional<String> of(Step step) {
        return step instanceof Step.Upgrade
                ? mark.filter(found -> step.after().equals(found.heads().get())).map(found -> found.of(step.after()))
                : Optional.empty();
    }
}
