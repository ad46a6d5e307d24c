package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out one step: the script's statements, the version table's rows and the history row. */
final class StepRunner {

    private final Session session;
    private final Bookkeeping books;
    private final ScriptExecutor executor;

    StepRunner(Session session, Bookkeeping books) {
        this.session = session;
        this.books = books;
        this.executor = new ScriptExecutor(session);
    }

    /** The step with its own commit. */
    void runAndCommit(Step step) throws StepFailure {
        try {
            if (Steps.transactionMode(step) == TransactionMode.NONE) {
                runWithoutTransaction(step);
                return;
            }
            try (Transaction transaction = Transaction.begin(session)) {
                apply(step);
                transaction.commit();
            }
        } catch (SQLException | RuntimeException | StatementFailure e) {
            throw new StepFailure(step, e);
        }
    }

    /** The step inside a transaction that the caller commits. */
    void run(Step step) throws StepFailure {
        try {
            apply(step);
        } catch (RuntimeException | StatementFailure e) {
            throw new StepFailure(step, e);
        }
    }

    private void apply(Step step) throws StatementFailure {
        long begun = System.nanoTime();
        List<Statement> statements = Steps.statements(step);
        for (int index = 0; index < statements.size(); index++) {
            executor.execute(statements.get(index), index + 1);
        }
        session.restoreSearchPath();
        books.move(step.before(), step.after());
        for (RevisionScript script : step.scripts()) {
            books.record(row(step, script, elapsed(begun), HistoryRow.SUCCESS, null));
        }
    }

    private void runWithoutTransaction(Step step) throws SQLException, StatementFailure {
        long begun = System.nanoTime();
        RevisionScript script = Steps.script(step);
        Section section = Steps.section(step);
        Progress progress = resumable(step, section);
        long row = books.record(row(step, script, Duration.ZERO, HistoryRow.RUNNING, null));
        try {
            runRest(section, progress, row);
        } catch (StatementFailure | RuntimeException e) {
            books.finish(row, elapsed(begun), HistoryRow.FAILED, new StepFailure(step, e).reason());
            throw e;
        }
        session.restoreSearchPath();
        try (Transaction transaction = Transaction.begin(session)) {
            books.move(step.before(), step.after());
            books.finish(row, elapsed(begun), HistoryRow.SUCCESS, null);
            transaction.commit();
        }
    }

    private Progress resumable(Step step, Section section) {
        RevisionScript script = Steps.script(step);
        Progress progress = books.progressOf(Steps.direction(step), script.id());
        if (!progress.matches(section.statements())) {
            throw new ChangedUnfinishedScriptException(script, progress.statements());
        }
        books.endInterrupted(script.id());
        return progress;
    }

    private void runRest(Section section, Progress begun, long row) throws StatementFailure {
        Progress progress = begun;
        books.progress(row, progress);
        for (int index = begun.statements(); index < section.statements().size(); index++) {
            Statement statement = section.statements().get(index);
            executor.execute(statement, index + 1);
            progress = progress.and(statement);
            books.progress(row, progress);
        }
    }

    /** A history row for a transactional step that was rolled back. */
    void recordFailure(StepFailure failure, Duration duration) {
        Step step = failure.step();
        if (Steps.transactionMode(step) == TransactionMode.TRANSACTIONAL) {
            for (RevisionScript script : step.scripts()) {
                books.record(row(step, script, duration, HistoryRow.FAILED, failure.reason()));
            }
        }
    }

    private static HistoryRow row(
            Step step, RevisionScript script, Duration duration, String outcome, @Nullable String error) {
        return new HistoryRow(Steps.direction(step), script, duration, outcome, error);
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
