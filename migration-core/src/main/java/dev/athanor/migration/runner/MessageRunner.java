package dev.athanor.migration.runner;

import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.MessageFailure;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the messages of a step so that they can be watched and cancelled, and reports which statement failed. */
final class MessageRunner {

    private static final Logger log = LoggerFactory.getLogger(MessageRunner.class);

    private final Session session;
    private final Bookkeeping books;
    private final Cancellation cancellation;
    private final Placeholders placeholders;
    private final ServerNotices notices;
    private final LockWatch watch;

    MessageRunner(RunContext context, LockWatch watch) {
        this.session = context.session();
        this.books = context.books();
        this.cancellation = context.cancellation();
        this.placeholders = context.placeholders();
        this.notices = context.notices();
        this.watch = watch;
    }

    /**
     * Sends a message.
     *
     * @throws StatementFailure if a statement of the script failed
     * @throws SQLException if a statement of the engine failed, or the connection was lost at an unknown place
     */
    @SuppressWarnings("try") // the opened resource is not referred to
    void send(Step step, Message message) throws SQLException, StatementFailure {
        message.parts().forEach(this::debug);
        Wire wire = wire();
        watch.statementBegins();
        try (Cancellation.Running running = cancellation.running(wire::cancel)) {
            wire.send(message);
        } catch (MessageFailure failure) {
            throw named(step, failure);
        } finally {
            watch.statementEnds();
        }
    }

    /** Sends {@code BEGIN} or {@code COMMIT}. */
    void control(String statement) throws SQLException {
        try {
            wire().send(new Message().addOurs(statement));
        } catch (MessageFailure failure) {
            throw failure.failure();
        }
    }

    private void debug(Message.Part part) {
        Statement statement = part.statement();
        if (statement != null && log.isDebugEnabled()) {
            log.debug("Statement {}, line {}: {}", part.number(), statement.line(), placeholders.mask(part.sql()));
        }
    }

    private SQLException named(Step step, MessageFailure failure) throws StatementFailure {
        Message.Part part = failure.part().orElse(null);
        if (part != null && part.statement() != null) {
            throw new StatementFailure(part.statement(), part.number(), failure.failure(), placeholders);
        }
        if (part != null) {
            books.check(step, part.sql(), failure.failure());
        }
        return failure.failure();
    }

    /** Rolls back the open transaction. A lost connection has none. */
    void rollBack() {
        try {
            wire().rollBack();
        } catch (SQLException e) {
            log.debug("Nothing to roll back on a connection that is gone", e);
        }
    }

    private Wire wire() throws SQLException {
        return Wire.of(session.connectionForScripts(), notices);
    }
}
