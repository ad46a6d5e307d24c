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

    /** Returns the place and the reason of the failure, as the history stores them. */
    String recorded() {
        return recorded(step, failure);
    }

    static String recorded(Step step, Throwable failure) {
        String place = place(step, failure);
        return place.isEmpty() ? reason(failure) : place + ": " + reason(failure);
    }

    /** Returns file, line and statement within a line, or an empty string if the failure has no statement. */
    String place() {
        return place(step, failure);
    }

    private static String place(Step step, Throwable failure) {
        if (failure instanceof StatementFailure statement) {
            return place(step, statement) + ", `" + statement.excerptInOneLine() + "`";
        }
        return failure instanceof CodeFailure code ? Steps.script(step).at(code.line()) : "";
    }

    /** Returns file, line and number of a statement; for code, the line of the code that issued it. */
    static String place(Step step, StatementFailure failure) {
        boolean code = Steps.code(step).isPresent();
        int line = code ? failure.statement().line() : failure.line();
        // code does not tell how much it will say
        String total = code ? "" : " of " + Steps.statements(step).size();
        return Steps.script(step).at(line) + ", statement " + failure.number() + total;
    }

    static String reason(Throwable failure) {
        return failure instanceof StatementFailure statement ? statement.serverWords() : SqlErrors.rootMessage(failure);
    }
}
