package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Carries out one step in a transaction: the script's statements, the version table's rows and the history row. */
final class StepRunner {

    private final Session session;
    private final Bookkeeping books;
    private final ScriptExecutor executor;

    StepRunner(Session session, Bookkeeping books, ScriptExecutor executor) {
        this.session = session;
        this.books = books;
        this.executor = executor;
    }

    /** The step with its own commit. */
    void runAndCommit(Step step) throws SQLException, StatementFailure {
        try (Transaction transaction = Transaction.begin(session)) {
            run(step);
            transaction.commit();
        }
    }

    /** The step inside a transaction that the caller commits. */
    void run(Step step) throws StatementFailure {
        long begun = System.nanoTime();
        List<Statement> statements = Steps.statements(step);
        for (int index = 0; index < statements.size(); index++) {
            executor.execute(statements.get(index), index + 1);
        }
        session.settings().restore();
        books.move(step.before(), step.after());
        Duration duration = Duration.ofNanos(System.nanoTime() - begun);
        for (RevisionScript script : step.scripts()) {
            books.record(HistoryRow.success(Steps.direction(step), script, duration));
        }
    }

    /** A history row for a step that was rolled back. */
    void recordFailure(StepFailure failure, Duration duration) {
        for (RevisionScript script : failure.step().scripts()) {
            books.record(HistoryRow.failure(Steps.direction(failure.step()), script, duration, failure.reason()));
        }
    }
}
