package dev.athanor.migration.runner;

import dev.athanor.migration.lock.LockWait;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import org.jspecify.annotations.Nullable;

/** A step that did not get through; its cause says why. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * What else is known.
     *
     * @param attempts how often it was tried
     * @param lockWait what it was last seen waiting for
     * @param cancelled whether it was to end
     */
    record Circumstances(int attempts, @Nullable LockWait lockWait, boolean cancelled) {

        static final Circumstances PLAIN = new Circumstances(1, null, false);
    }

    private final transient Step step;
    private final Throwable failure;
    private final transient Circumstances circumstances;

    StepFailure(Step step, Throwable cause, Circumstances circumstances) {
        super(cause);
        this.step = step;
        this.failure = cause;
        this.circumstances = circumstances;
    }

    Step step() {
        return step;
    }

    /** Why: a {@link StatementFailure} where a statement of the script was refused. */
    Throwable failure() {
        return failure;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /** Tells whether it may have been committed: not where a transaction failed at one of its statements. */
    boolean commitWasSent() {
        return Steps.transactionMode(step) == TransactionMode.NONE
                || !(failure instanceof StatementFailure || failure instanceof CodeFailure);
    }

    /** What PostgreSQL or the engine says of it, in one line. */
    String reason() {
        return reason(failure);
    }

    static String reason(Throwable failure) {
        return failure instanceof StatementFailure statement ? statement.serverWords() : SqlErrors.rootMessage(failure);
    }
}
