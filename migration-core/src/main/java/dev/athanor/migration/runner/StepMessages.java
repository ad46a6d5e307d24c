package dev.athanor.migration.runner;

import dev.athanor.migration.lock.StatementMark;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The messages of one step: statements are collected and leave together, at the latest when one of them is full. */
final class StepMessages implements CodeRunner.StatementTarget {

    /** How long a message is at most before another is begun, in characters. */
    static final int LONGEST_MESSAGE = 128 * 1024;

    private final RunContext context;
    private final MessageRunner runner;
    private final Step step;
    private final StatementMark mark;
    private final long begun = System.nanoTime();
    private Message message;
    private int number;

    /**
     * @param first what the first message begins with
     */
    StepMessages(RunContext context, MessageRunner runner, Step step, Message first) {
        this.context = context;
        this.runner = runner;
        this.step = step;
        this.message = first;
        this.mark = new StatementMark(Steps.statements(step).size());
    }

    @Override
    public void take(Statement statement) throws SQLException, StatementFailure {
        number++;
        if (mark.marks(number)) {
            message.add(StatementMark.part(number));
        }
        message.add(Message.Part.of(statement, number));
        if (message.length() > LONGEST_MESSAGE || changesReading(statement)) {
            flush();
        }
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
     * Sends what is left, with the books.
     *
     * @param wayBack the downgrade to keep where the script does not tell it
     * @param commit whether the transaction ends here
     */
    void end(@Nullable String wayBack, boolean commit) throws SQLException, StatementFailure {
        Duration before = Duration.ofNanos(System.nanoTime() - begun);
        message.addOurs(context.session().settings().restoring());
        message.addOurs(context.books().statement(step, before, wayBack));
        if (commit) {
            message.addOurs(Wire.COMMIT);
        }
        flush();
    }

    /** Whether the server reads text in another way from here on: what comes after it has to be another message. */
    private static boolean changesReading(Statement statement) {
        return statement.mentions("standard_conforming_strings") || statement.mentions("backslash_quote");
    }
}
