package dev.athanor.migration.batch;

import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.history.BatchBookmarks;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.PositionedError;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.UnparsedStatements;
import dev.athanor.migration.sql.RestrictedStatement;
import dev.athanor.migration.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a batch and its bookmark as one statement, which commits by itself. */
final class BatchExecutor {

    private static final Logger log = LoggerFactory.getLogger(BatchExecutor.class);
    private static final String CHANGED = "athanor_changed";
    private static final String PREFIX = "WITH " + CHANGED + " AS (";

    private final Session session;
    private final BatchBookmarks books;
    private final Cancellation cancellation;
    private final Placeholders placeholders;
    private final ServerNotices notices;
    private final LockWatch watch;

    BatchExecutor(BatchContext context, LockWatch watch) {
        this.session = context.session();
        this.books = context.books();
        this.cancellation = context.cancellation();
        this.placeholders = context.placeholders();
        this.notices = context.notices();
        this.watch = watch;
    }

    /**
     * Executes a batch.
     *
     * @param bookmark the bookmark after the batch, without the changed rows of that batch
     * @return how many rows were changed
     */
    long execute(BatchedStatement batched, RestrictedStatement restricted, BatchBookmark bookmark)
            throws StatementFailure, SQLException {
        String sql = PREFIX + restricted.sql() + "\nRETURNING 1) " + books.writing(batched.row(), bookmark, CHANGED);
        try {
            return send(Message.Part.of(
                    new Statement(
                            sql, batched.statement().line(), batched.statement().kind()),
                    batched.number()));
        } catch (SQLException e) {
            SQLException placed = placed(e, restricted);
            throw new StatementFailure(batched.statement(), batched.number(), placed, placeholders);
        }
    }

    @SuppressWarnings("try") // the opened resources are not all referred to
    private long send(Message.Part part) throws SQLException {
        Statement statement = Objects.requireNonNull(part.statement());
        if (log.isDebugEnabled()) {
            log.debug("Batch: {}", placeholders.mask(statement.sql()));
        }
        Connection connection = session.connectionForScripts();
        watch.statementBegins();
        try (UnparsedStatements unparsed = UnparsedStatements.of(connection, statement);
                java.sql.Statement jdbc = connection.createStatement();
                Cancellation.Running running = cancellation.running(jdbc::cancel)) {
            jdbc.setEscapeProcessing(false);
            try (ResultSet changed = jdbc.executeQuery(statement.sql())) {
                changed.next();
                return changed.getLong(1);
            } finally {
                if (!jdbc.isClosed()) {
                    notices.tellAll(jdbc.getWarnings(), part);
                }
            }
        } finally {
            watch.statementEnds();
        }
    }

    /** Returns the error with the position that it would have in the statement as it is written. */
    private static SQLException placed(SQLException failure, RestrictedStatement restricted) {
        ServerErrorMessage server = failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
        if (server == null || server.getPosition() == 0) {
            return failure;
        }
        int position = restricted.originOf(server.getPosition() - PREFIX.length());
        return PositionedError.at(position, server, failure);
    }
}
