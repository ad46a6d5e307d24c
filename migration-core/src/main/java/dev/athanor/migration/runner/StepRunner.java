package dev.athanor.migration.runner;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryRow;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.StatementMark;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.ScriptFailure;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one step in a transaction: sends the statements of the script, the rows of the version table and the
 * history row in one message if they are short enough.
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

    /** Runs the step in its own transaction, which is rolled back if the step fails. */
    void runAndCommit(Step step) throws SQLException, ScriptFailure {
        this.<ScriptFailure>transaction(() -> run(step, new Message().addOurs(begin(step)), true));
    }

    /**
     * Returns the BEGIN of a step, with a comment that shows in {@code pg_stat_activity} and in the server's log which
     * step sent the statements.
     */
    private String begin(Step step) {
        String described = context.session().repertoire().escaped(step.describe());
        return "/* " + described.replace("*/", "* /").replace("/*", "/ *") + " */ BEGIN";
    }

    /** Runs the step inside a transaction that the caller ends. */
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

    /** Sends the statements of one transaction. */
    interface Work<E extends Exception> {
        void send() throws SQLException, E;
    }

    /** Runs work that ends the transaction itself, and rolls the transaction back if the work fails. */
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

    /** Sends {@code BEGIN} or {@code COMMIT}. */
    void control(String statement) throws SQLException {
        messages.control(statement);
    }

    /** Records a history row for a step that was rolled back. */
    void recordFailure(StepFailure failure, Duration duration) {
        for (RevisionScript script : failure.step().scripts()) {
            context.books()
                    .record(HistoryRow.failure(Direction.of(failure.step()), script, duration, failure.recorded()));
        }
    }

    /** Collects the statements of one step into messages, and sends a message at the latest when it is full. */
    private static final class StepMessages implements CodeRunner.StatementTarget {

        /** Limits the length of a message in characters. A longer message is sent before another is begun. */
        static final int LONGEST_MESSAGE = 128 * 1024;

        private final RunContext context;
        private final MessageRunner runner;
        private final Step step;
        private final ObservedWork observed;
        private final StatementMark mark;
        private final long begun = System.nanoTime();
        private Message message;
        private int number;

        /**
         * Creates the messages of a step.
         *
         * @param first the beginning of the first message
         */
        StepMessages(RunContext context, MessageRunner runner, Step step, Message first) {
            this.context = context;
            this.runner = runner;
            this.step = step;
            this.observed = context.observed();
            this.message = first;
            this.mark = new StatementMark(Steps.statements(step).size());
        }

        @Override
        public void take(Statement statement) throws SQLException, StatementFailure {
            number++;
            if (observed.observes(statement)) {
                sendAlone(statement);
                return;
            }
            if (mark.marks(number)) {
                message.add(StatementMark.part(number));
            }
            message.add(Message.Part.of(statement, number));
            if (message.length() > LONGEST_MESSAGE || changesReading(statement)) {
                flush();
            }
        }

        private void sendAlone(Statement statement) throws SQLException, StatementFailure {
            flush();
            observed.<SQLException>run(statement, number, () -> {
                message.add(Message.Part.of(statement, number));
                flush();
            });
        }

        @Override
        public void flush() throws SQLException, StatementFailure {
            if (!message.parts().isEmpty()) {
                Message full = message;
                message = new Message();
                runner.send(step, full);
            }
        }

        /**
         * Sends the remaining statements together with the changes to the version table and the history.
         *
         * @param wayBack the downgrade to store, or {@code null} if the script has it
         * @param commit whether the transaction ends here
         */
        void end(@Nullable String wayBack, boolean commit) throws SQLException, StatementFailure {
            observed.stepEnds();
            Duration before = Duration.ofNanos(System.nanoTime() - begun);
            message.addOurs(context.session().settings().restoring());
            message.addOurs(context.books().statement(step, before, wayBack));
            if (commit) {
                message.addOurs(Wire.COMMIT);
            }
            flush();
        }

        /**
         * Returns whether the statement changes how the server reads text. Later statements must then be in another
         * message.
         */
        private static boolean changesReading(Statement statement) {
            return statement.mentions("standard_conforming_strings") || statement.mentions("backslash_quote");
        }
    }
}
