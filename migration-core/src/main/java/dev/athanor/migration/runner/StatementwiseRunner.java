package dev.athanor.migration.runner;

import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * Carries out a {@code transaction=none} step.
 *
 * <p>A statement that can run inside a transaction commits together with the note that it is done. The others run alone,
 * between a note that they have begun and one that they are done.
 */
final class StatementwiseRunner {

    private static final String INTERRUPTED = "The process that ran it ended before the script did.";

    private final RunContext context;
    private final LockWatch watch;
    private final Session session;
    private final Bookkeeping books;
    private final ScriptExecutor executor;
    private final LockRetry retry;
    private final LoneStatements lone;

    StatementwiseRunner(RunContext context, LockWatch watch, LockRetry retry) {
        this.context = context;
        this.watch = watch;
        this.session = context.session();
        this.books = context.books();
        this.executor = new ScriptExecutor(context, watch);
        this.retry = retry;
        this.lone = new LoneStatements(session, context.cancellation());
    }

    void run(Step step) throws SQLException, ScriptFailure {
        long begun = System.nanoTime();
        Section section = Steps.section(step);
        Optional<JavaCode> code = section.code();
        Progress progress = code.isPresent()
                ? books.progressOf(Steps.direction(step), Steps.script(step).id())
                : resume(step, section);
        long row = open(step, progress);
        try {
            if (code.isPresent()) {
                runCode(step, code.get(), progress, row);
            } else {
                runRest(section, progress, row);
            }
        } catch (ScriptFailure | SQLException | RuntimeException e) {
            close(row, begun, e);
            throw e;
        }
        session.settings().restore();
        try (Transaction transaction = Transaction.begin(session)) {
            books.move(step.before(), step.after());
            books.finish(row, elapsed(begun), HistoryRow.SUCCESS, null);
            transaction.commit();
        }
    }

    private void runCode(Step step, JavaCode code, Progress earlier, long row) throws SQLException, ScriptFailure {
        CodeStatements statements = new CodeStatements(new CodeEngine(Steps.script(step), row), earlier);
        new CodeRunner(context, watch, step, code).run(statements);
        statements.end();
    }

    /** How far an earlier run came, with the session as that had left it. */
    private Progress resume(Step step, Section section) throws SQLException, StatementFailure {
        RevisionScript script = Steps.script(step);
        Progress progress = books.progressOf(Steps.direction(step), script.id());
        if (!progress.matches(section.statements())) {
            throw new ChangedUnfinishedScriptException(script, progress.statements());
        }
        repeatSettings(section.statements().subList(0, progress.statements()));
        if (progress.begun() == null) {
            return progress;
        }
        return resolved(
                new StatementInDoubt(script, section.statements(), progress.statements(), executor.placeholders()),
                progress);
    }

    /** What code says, carried out as the statements of a script are. */
    private final class CodeEngine implements CodeStatements.Engine {

        private final RevisionScript script;
        private final long row;

        CodeEngine(RevisionScript script, long row) {
            this.script = script;
            this.row = row;
        }

        @Override
        public RuntimeException changed(int statements) {
            return new ChangedUnfinishedScriptException(script, statements);
        }

        @Override
        public Progress run(Statement statement, int number, Progress before) throws SQLException, StatementFailure {
            return runOne(new NotedStatement(statement, number, row, before, Patience.of(List.of(statement))));
        }

        @Override
        public Progress resolve(List<Statement> said, Progress before) throws SQLException {
            return resolved(new StatementInDoubt(script, said, before.statements(), executor.placeholders()), before);
        }

        @Override
        public void repeat(Statement setting, int number) throws StatementFailure {
            executor.execute(setting, number);
        }
    }

    private Progress resolved(StatementInDoubt doubt, Progress progress) throws SQLException {
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

    private long open(Step step, Progress progress) throws SQLException {
        RevisionScript script = Steps.script(step);
        try (Transaction transaction = Transaction.begin(session)) {
            session.settings().ourselves();
            books.endInterrupted(script.id(), INTERRUPTED);
            long row = books.record(HistoryRow.running(Steps.direction(step), script));
            books.progress(row, progress);
            transaction.commit();
            return row;
        }
    }

    private void close(long row, long begun, Exception failure) {
        if (SqlErrors.connectionLost(failure)) {
            return;
        }
        try {
            session.settings().restore();
            books.finish(row, elapsed(begun), HistoryRow.FAILED, StepFailure.reason(failure));
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    private void runRest(Section section, Progress resumed, long row) throws SQLException, StatementFailure {
        Patience patience = Patience.of(section.statements());
        Progress progress = resumed;
        for (int index = resumed.statements(); index < section.statements().size(); index++) {
            progress = runOne(new NotedStatement(section.statements().get(index), index + 1, row, progress, patience));
        }
    }

    /** One statement, and where its notes go. */
    private record NotedStatement(Statement statement, int number, long row, Progress before, Patience patience) {

        Progress after() {
            return before.and(statement);
        }
    }

    private Progress runOne(NotedStatement noted) throws SQLException, StatementFailure {
        if (noted.statement().kind() == StatementKind.NON_TRANSACTIONAL) {
            return alone(noted);
        }
        try {
            return together(noted);
        } catch (StatementFailure failure) {
            if (!SqlErrors.refusesTransaction(failure)) {
                throw failure;
            }
            return alone(noted);
        }
    }

    private Progress together(NotedStatement noted) throws SQLException, StatementFailure {
        Progress after = noted.after();
        retry.run(noted.patience(), () -> {
            try (Transaction transaction = Transaction.begin(session)) {
                executor.execute(noted.statement(), noted.number());
                session.settings().ourselves();
                books.progress(noted.row(), after);
                transaction.commit();
            }
        });
        return after;
    }

    private Progress alone(NotedStatement noted) throws SQLException, StatementFailure {
        Progress after = noted.after();
        retry.run(noted.patience(), () -> {
            if (lone.clear(noted.statement()) == LoneStatements.Finding.DONE) {
                return;
            }
            note(noted.row(), noted.before().beginning(noted.statement()));
            executeAlone(noted);
        });
        note(noted.row(), after);
        return after;
    }

    @SuppressWarnings("try") // the limits are lifted for the time of the statement, and not referred to
    private void executeAlone(NotedStatement noted) throws SQLException, StatementFailure {
        try (LiftedLimits lifted = LiftedLimits.of(session, noted.statement(), noted.patience())) {
            executor.execute(noted.statement(), noted.number());
        } catch (StatementFailure failure) {
            if (!SqlErrors.connectionLost(failure)) {
                note(noted.row(), noted.before());
            }
            throw failure;
        }
    }

    private void note(long row, Progress progress) throws SQLException {
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
