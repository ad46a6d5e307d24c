package dev.athanor.migration.runner;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryRow;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.ScriptFailure;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one step in a transaction: what the script says, the version table's rows and the history row, in one
 * message to the server where they are not too long for that.
 */
final class StepRunner {

    private final RunContext context;
    private final LockWatch watch;
    private final MessageRunner messages;

    StepRunner(RunContext context, LockWatch watch) {
        this.context = context;
        this.watch = watch;
        this.messages = new MessageRunner(context, watch);
    }

    /** The step with its own transaction; rolled back where it fails. */
    void runAndCommit(Step step) throws SQLException, ScriptFailure {
        this.<ScriptFailure>transaction(() -> run(step, new Message().addOurs(begin(step)), true));
    }

    /** What {@code pg_stat_activity} and the server's log begin with says whose statements these are. */
    private String begin(Step step) {
        String described = context.session().repertoire().escaped(step.describe());
        return "/* " + described.replace("*/", "* /").replace("/*", "/ *") + " */ BEGIN";
    }

    /** The step inside a transaction that the caller ends. */
    void run(Step step) throws SQLException, ScriptFailure {
        run(step, new Message(), false);
    }

    private void run(Step step, Message first, boolean commit) throws SQLException, ScriptFailure {
        StepMessages target = new StepMessages(context, messages, step, first);
        Optional<JavaCode> code = Steps.code(step);
        String wayBack = code.isPresent() ? run(step, code.get(), target) : null;
        for (Statement statement : Steps.statements(step)) {
            target.take(statement);
        }
        target.end(wayBack, commit);
    }

    private @Nullable String run(Step step, JavaCode code, StepMessages target) throws SQLException, ScriptFailure {
        return new CodeRunner(context, watch, step, code).run(target);
    }

    /** What is sent in one transaction. */
    interface Work<E extends Exception> {
        void send() throws SQLException, E;
    }

    /** A transaction whose end is left to the work; where that fails, it is rolled back. */
    <E extends Exception> void transaction(Work<E> work) throws SQLException, E {
        boolean done = false;
        try {
            work.send();
            done = true;
        } finally {
            if (!done) {
                messages.rollBack();
            }
        }
    }

    /** One of {@code BEGIN} and {@code COMMIT}. */
    void control(String statement) throws SQLException {
        messages.control(statement);
    }

    /** A history row for a step that was rolled back. */
    void recordFailure(StepFailure failure, Duration duration) {
        for (RevisionScript script : failure.step().scripts()) {
            context.books()
                    .record(HistoryRow.failure(Direction.of(failure.step()), script, duration, failure.recorded()));
        }
    }
}
