package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Carries out one step in a transaction: the script's statements, the version table's rows and the history row, in one
 * message to the server where they are not too long for that.
 */
final class StepRunner {

    /** How long a message is at most before another is begun, in characters. */
    static final int LONGEST_MESSAGE = 128 * 1024;

    private final RunContext context;
    private final MessageRunner messages;

    StepRunner(RunContext context, LockWatch watch) {
        this.context = context;
        this.messages = new MessageRunner(context, watch);
    }

    /** The step with its own transaction; rolled back where it fails. */
    void runAndCommit(Step step) throws SQLException, StatementFailure {
        transaction(() -> send(step, new Message().addOurs(begin(step)), true));
    }

    /** What {@code pg_stat_activity} and the server's log begin with says whose statements these are. */
    private static String begin(Step step) {
        return "/* " + step.describe().replace("*/", "* /").replace("/*", "/ *") + " */ BEGIN";
    }

    /** The step inside a transaction that the caller ends. */
    void run(Step step) throws SQLException, StatementFailure {
        send(step, new Message(), false);
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

    private void send(Step step, Message first, boolean commit) throws SQLException, StatementFailure {
        long begun = System.nanoTime();
        Message message = first;
        List<Statement> statements = Steps.statements(step);
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            message.add(Message.Part.of(statement, index + 1));
            if (message.length() > LONGEST_MESSAGE || changesReading(statement)) {
                messages.send(step, message);
                message = new Message();
            }
        }
        Duration before = Duration.ofNanos(System.nanoTime() - begun);
        message.addOurs(context.session().settings().restoring());
        message.addOurs(context.books().statement(step, before));
        messages.send(step, commit ? message.addOurs(Wire.COMMIT) : message);
    }

    /** Whether the server reads text in another way from here on: what comes after it has to be another message. */
    private static boolean changesReading(Statement statement) {
        return statement.mentions("standard_conforming_strings") || statement.mentions("backslash_quote");
    }

    /** A history row for a step that was rolled back. */
    void recordFailure(StepFailure failure, Duration duration) {
        for (RevisionScript script : failure.step().scripts()) {
            context.books()
                    .record(HistoryRow.failure(Steps.direction(failure.step()), script, duration, failure.reason()));
        }
    }
}
