package dev.athanor.migration.runner;

import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Message;
import dev.athanor.migration.session.ServerNotices;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.UnparsedStatements;
import dev.athanor.migration.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the statements of scripts one by one, exactly as they are written. */
final class ScriptExecutor {

    private static final Logger log = LoggerFactory.getLogger(ScriptExecutor.class);

    /**
     * Limits the rows per fetch if a statement returns rows. The rows are discarded, but the server must produce all of
     * them.
     */
    private static final int FETCH_SIZE = 1_000;

    private final Session session;
    private final Cancellation cancellation;
    private final Placeholders placeholders;
    private final ServerNotices notices;
    private final LockWatch watch;
    private final ObservedWork observed;

    ScriptExecutor(RunContext context, LockWatch watch) {
        this.session = context.session();
        this.cancellation = context.cancellation();
        this.placeholders = context.placeholders();
        this.notices = context.notices();
        this.watch = watch;
        this.observed = context.observed();
    }

    /**
     * Executes a statement.
     *
     * @param number the place of the statement in its section, from 1
     */
    void execute(Statement statement, int number) throws StatementFailure {
        observed.run(statement, number, () -> send(statement, number));
    }

    @SuppressWarnings("try") // the opened resources are not all referred to
    private void send(Statement statement, int number) throws StatementFailure {
        if (log.isDebugEnabled()) {
            log.debug("Statement {}, line {}: {}", number, statement.line(), placeholders.mask(statement.sql()));
        }
        Connection connection = session.connectionForScripts();
        watch.statementBegins();
        try (UnparsedStatements unparsed = UnparsedStatements.of(connection, statement);
                java.sql.Statement jdbc = connection.createStatement();
                Cancellation.Running running = cancellation.running(jdbc::cancel)) {
            jdbc.setEscapeProcessing(false);
            jdbc.setFetchSize(FETCH_SIZE);
            executeToTheEnd(jdbc, statement, number);
        } catch (SQLException e) {
            throw new StatementFailure(statement, number, e, placeholders);
        } finally {
            watch.statementEnds();
        }
    }

    private void executeToTheEnd(java.sql.Statement jdbc, Statement statement, int number) throws SQLException {
        try {
            boolean rows = jdbc.execute(statement.sql());
            drain(jdbc, rows);
        } finally {
            if (!jdbc.isClosed()) {
                notices.tellAll(jdbc.getWarnings(), Message.Part.of(statement, number));
            }
        }
    }

    Placeholders placeholders() {
        return placeholders;
    }

    private static void drain(java.sql.Statement jdbc, boolean first) throws SQLException {
        boolean rows = first;
        while (rows || jdbc.getUpdateCount() != -1) {
            if (rows) {
                readToTheEnd(jdbc);
            }
            rows = jdbc.getMoreResults();
        }
    }

    private static void readToTheEnd(java.sql.Statement jdbc) throws SQLException {
        try (ResultSet result = jdbc.getResultSet()) {
            boolean more = result.next();
            while (more) {
                more = result.next();
            }
        }
    }
}
