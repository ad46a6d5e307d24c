package dev.athanor.migration.runner;

import dev.athanor.migration.lock.LockWait;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import org.jspecify.annotations.Nullable;

/** Reports a failed step. The cause holds the reason. */
final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the circumstances of the failure.
     *
     * @param attempts how often the step was tried
     * @param lockWait the lock for which the step was last seen waiting, or {@code null}
     * @param cancelled whether the run was cancelled
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

    /** Returns the cause, which is a {@link StatementFailure} if a statement of the script was refused. */
    Throwable failure() {
        return failure;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    /**
     * Returns whether the step may have been committed. A transaction that failed at one of its statements was not
     * committed.
     */
    boolean commitWasSent() {
        return Steps.transactionMode(step) == TransactionMode.NONE
                || !(failure instanceof StatementFailure || failure instanceof CodeFailure);
    }

    /** Returns the message of PostgreSQL or of the engine, in one line. */
    String reason() {
        return reason(failure);
    }

    static String reason(Throwable failure) {
        return failure instanceof StatementFailure statement ? statement.serverWords() : SqlErrors.rootMessage(failure);
    }
}
