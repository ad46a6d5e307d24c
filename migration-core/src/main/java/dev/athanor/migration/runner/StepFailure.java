package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;

/** A step that did not get through; its cause says why. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final Throwable failure;

    StepFailure(Step step, Throwable cause) {
        super(cause);
        this.step = step;
        this.failure = cause;
    }

    Step step() {
        return step;
    }

    /** Why: a {@link StatementFailure} where a statement of the script was refused. */
    Throwable failure() {
        return failure;
    }

    /** What PostgreSQL or the engine says of it, in one line. */
    String reason() {
        return failure instanceof StatementFailure statement ? statement.serverWords() : SqlErrors.rootMessage(failure);
    }
}
