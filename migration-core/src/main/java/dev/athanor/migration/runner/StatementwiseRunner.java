package dev.athanor.migration.runner;

import dev.athanor.migration.batch.BatchRunner;
import dev.athanor.migration.batch.BatchedStatement;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryRow;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.history.ScriptProgress;
import dev.athanor.migration.lock.LiftedLimits;
import dev.athanor.migration.lock.LockRetry;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.session.ScriptFailure;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SettingStatement;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Transaction;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Carries out a {@code transaction=none} step.
 *
 * <p>A block, and a statement that can run inside a transaction, commits together with the record that it is done.
 * Other statements run alone, between a record that they have begun and a record that they are done.
 */
final class StatementwiseRunner {

    private static final String INTERRUPTED = "The process ended before the script was finished.";

    private final RunContext context;
    private final LockWatch watch;
    private final Session session;
    private final Bookkeeping books;
    private final ScriptExecutor executor;
    private final LockRetry retry;
    private final LoneStatements lone;
    private final BatchRunner batches;

    StatementwiseRunner(RunContext context, LockWatch watch, LockRetry retry, BatchRunner batches) {
        this.context = context;
        this.watch = watch;
        this.session = context.session();
        this.books = context.books();
        this.executor = new ScriptExecutor(context, watch);
        this.retry = retry;
        this.lone = new LoneStatements(session, context.cancellation());
        this.batches = batches;
    }

    void run(Step step) throws SQLException, ScriptFailure {
        long begun = System.nanoTime();
        Section section = Steps.section(step);
        BatchBookmark bookmark = section.batch().isPresent() || section.code().isPresent()
                ? batches.bookmark(Direction.of(step), Steps.script(step).id())
                : BatchBookmark.NONE;
        ScriptProgress progress = section.code().isPresent()
                ? books.progressOf(Direction.of(step), Steps.script(step).id())
                : resume(step, section);
        long row = open(step, progress, bookmark);
        ScriptProgress end;
        try {
            end = runFrom(step, progress, row, bookmark);
        } catch (ScriptFailure | SQLException | RuntimeException e) {
            close(row, begun, step, e);
            throw e;
        }
        session.settings().restore();
        try (Transaction transaction = Transaction.begin(session)) {
            books.progress(row, end);
            Steps.note(step).ifPresent(note -> books.batches().note(row, note));
            books.move(step.before(), step.after());
            books.finish(row, elapsed(begun), step);
            transaction.commit();
        }
    }

    private ScriptProgress runFrom(Step step, ScriptProgress progress, long row, BatchBookmark bookmark)
            throws SQLException, ScriptFailure {
        Section section = Steps.section(step);
        if (section.code().isPresent()) {
            CodeEngine engine = new CodeEngine(step, row, bookmark);
            return runCode(section.code().get(), engine, progress);
        }
        return section.batch().isPresent()
                ? runBatches(step, progress, row, bookmark)
                : runRest(section, progress, row);
    }

    private ScriptProgress runCode(JavaCode code, CodeEngine engine, ScriptProgress earlier)
            throws SQLException, ScriptFailure {
        CodeStatements statements = new CodeStatements(engine, earlier);
        new CodeRunner(context, watch, engine.step, code).run(statements);
        return statements.end();
    }

    /**
     * Returns the progress of an earlier run, and restores the settings that the earlier run had made in its session.
     */
    private ScriptProgress resume(Step step, Section section) throws SQLException, StatementFailure {
        RevisionScript script = Steps.script(step);
        ScriptProgress progress = books.progressOf(Direction.of(step), script.id());
        if (!progress.matches(section.statements())) {
            throw new ChangedUnfinishedScriptException(script, progress.statements());
        }
        repeatSettings(section.statements().subList(0, progress.statements()));
        if (progress.begun() == null || section.batch().isPresent()) {
            return progress;
        }
        return resolved(
                new StatementInDoubt(script, section.statements(), progress.statements(), executor.placeholders()),
                progress);
    }

    /** Carries out the statements that code produces in the same way as those of a script. */
    private final class CodeEngine implements CodeStatements.Engine {

        private final Step step;
        private final RevisionScript script;
        private final long row;
        private final BatchBookmark left;

        CodeEngine(Step step, long row, BatchBookmark left) {
            this.step = step;
            this.script = Steps.script(step);
            this.row = row;
            this.left = left;
        }

        @Override
        public RuntimeException changed(int statements) {
            return new ChangedUnfinishedScriptException(script, statements);
        }

        @Override
        public ScriptProgress run(Statement statement, int number, ScriptProgress before)
                throws SQLException, StatementFailure {
            return runOne(
                    new NotedUnit(CommitUnit.of(statement, number), row, before, TimeoutSource.of(List.of(statement))));
        }

        @Override
        public ScriptProgress resolve(List<Statement> said, ScriptProgress before) throws SQLException {
            return resolved(new StatementInDoubt(script, said, before.statements(), executor.placeholders()), before);
        }

        @Override
        public CodeStatements.Walked walk(CodeStatements.BatchedCode code, ScriptProgress before)
                throws SQLException, StatementFailure {
            BatchedStatement batched = new BatchedStatement(step, code.batch(), code.statement(), code.number(), row);
            BatchBookmark bookmark = code.resumed() ? left : BatchBookmark.NONE;
            long[] changed = new long[1];
            context.observed()
                    .<SQLException>run(
                            code.statement(), code.number(), () -> changed[0] = batches.run(batched, bookmark));
            ScriptProgress after = before.and(code.statement());
            note(row, after);
            return new CodeStatements.Walked(changed[0], after);
        }

        @Override
        public void repeat(Statement setting, int number) throws StatementFailure {
            executor.execute(setting, number);
        }
    }

    private ScriptProgress resolved(StatementInDoubt doubt, ScriptProgress progress) throws SQLException {
        Statement statement = doubt.statement();
        if (statement == null || !progress.begunIs(statement)) {
            throw new OutcomeUnknownException(doubt, true);
        }
        return switch (lone.look(statement)) {
            case DONE -> progress.and(statement);
            case NOT_DONE -> progress.notBegun();
            case UNKNOWN -> throw new OutcomeUnknownException(doubt, false);
        };
    }

    private void repeatSettings(List<Statement> done) throws StatementFailure {
        for (int index = 0; index < done.size(); index++) {
            if (done.get(index).kind() == StatementKind.OTHER
                    && SettingStatement.is(done.get(index).sql())) {
                executor.execute(done.get(index), index + 1);
            }
        }
    }

    private long open(Step step, ScriptProgress progress, BatchBookmark bookmark) throws SQLException {
        RevisionScript script = Steps.script(step);
        try (Transaction transaction = Transaction.begin(session)) {
            session.settings().ourselves();
            books.endInterrupted(script.id(), INTERRUPTED);
            long row = books.record(HistoryRow.running(Direction.of(step), script));
            books.progress(row, progress);
            if (bookmark.isBegun()) {
                books.batches().write(row, bookmark);
            }
            transaction.commit();
            return row;
        }
    }

    private void close(long row, long begun, Step step, Exception failure) {
        if (SqlErrors.connectionLost(failure)) {
            return;
        }
        try {
            session.settings().restore();
            books.finish(row, elapsed(begun), Outcome.FAILED, StepFailure.recorded(step, failure));
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    private ScriptProgress runBatches(Step step, ScriptProgress resumed, long row, BatchBookmark left)
            throws SQLException, StatementFailure {
        Section section = Steps.section(step);
        Statement statement = section.statements().get(0);
        if (resumed.statements() > 0) {
            return resumed;
        }
        BatchedStatement batched = new BatchedStatement(step, section.batch().orElseThrow(), statement, 1, row);
        context.observed().<SQLException>run(statement, 1, () -> batches.run(batched, left));
        return resumed.and(statement);
    }

    private ScriptProgress runRest(Section section, ScriptProgress resumed, long row)
            throws SQLException, StatementFailure {
        TimeoutSource timeouts = TimeoutSource.of(section.statements());
        ScriptProgress progress = resumed;
        while (progress.statements() < section.statements().size()) {
            CommitUnit unit = CommitUnit.at(section.statements(), progress.statements());
            progress = runOne(new NotedUnit(unit, row, progress, timeouts));
        }
        return progress;
    }

    /** Represents a unit that commits together, and the history row that records its progress. */
    private record NotedUnit(CommitUnit unit, long row, ScriptProgress before, TimeoutSource timeouts) {

        Statement statement() {
            return unit.first();
        }

        ScriptProgress after() {
            return unit.after(before);
        }
    }

    private ScriptProgress runOne(NotedUnit noted) throws SQLException, StatementFailure {
        if (noted.statement().kind() == StatementKind.NON_TRANSACTIONAL) {
            return alone(noted);
        }
        try {
            return together(noted);
        } catch (StatementFailure failure) {
            if (noted.unit().isBlock() || !SqlErrors.refusesTransaction(failure)) {
                throw failure;
            }
            return alone(noted);
        }
    }

    private ScriptProgress together(NotedUnit noted) throws SQLException, StatementFailure {
        ScriptProgress after = noted.after();
        retry.run(noted.timeouts(), () -> {
            try (Transaction transaction = Transaction.begin(session)) {
                noted.unit().execute(executor);
                session.settings().ourselves();
                books.progress(noted.row(), after);
                commit(transaction, noted.unit());
            }
        });
        return after;
    }

    /**
     * Commits the unit. If the server refuses a deferred check at the end of a block, the failure is reported at the
     * COMMIT of the script.
     */
    private void commit(Transaction transaction, CommitUnit unit) throws SQLException, StatementFailure {
        try {
            transaction.commit();
        } catch (SQLException e) {
            if (!unit.isBlock() || SqlErrors.connectionLost(e)) {
                throw e;
            }
            throw new StatementFailure(unit.last(), unit.lastNumber(), e, executor.placeholders());
        }
    }

    private ScriptProgress alone(NotedUnit noted) throws SQLException, StatementFailure {
        ScriptProgress after = noted.after();
        retry.run(noted.timeouts(), () -> {
            if (lone.clear(noted.statement()) == LoneStatements.Finding.DONE) {
                return;
            }
            note(noted.row(), noted.before().beginning(noted.statement()));
            executeAlone(noted);
        });
        note(noted.row(), after);
        return after;
    }

    @SuppressWarnings("try") // the lifted limits are not referred to
    private void executeAlone(NotedUnit noted) throws SQLException, StatementFailure {
        try (LiftedLimits lifted = LiftedLimits.of(session, noted.statement(), noted.timeouts())) {
            executor.execute(noted.statement(), noted.unit().number());
        } catch (StatementFailure failure) {
            if (!SqlErrors.connectionLost(failure)) {
                note(noted.row(), noted.before());
            }
            throw failure;
        }
    }

    private void note(long row, ScriptProgress progress) throws SQLException {
        try (Transaction transaction = Transaction.begin(session)) {
            session.settings().ourselves();
            books.progress(row, progress);
            transaction.commit();
        }
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
