package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;

/** A step that did not get through; its cause says why. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Step step;

    StepFailure(Step step, Throwable cause) {
        super(cause);
        this.step = step;
    }

    Step step() {
        return step;
    }

    /** What PostgreSQL or the engine says of it, in one line. */
    String reason() {
        return getCause() instanceof StatementFailure statement
                ? statement.serverWords()
                : SqlErrors.rootMessage(getCause());
    }
}
