package dev.athanor.migration.runner;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.StoredDowngrade;
import dev.athanor.migration.lock.LockWatch;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.revision.ReversibleRevision;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.ScriptFailure;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.session.Wire;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a revision's code, with operations that go to a target. */
final class CodeRunner {

    /** What takes one statement after another. */
    interface StatementTarget {

        void take(Statement statement) throws SQLException, StatementFailure;

        void flush() throws SQLException, StatementFailure;

        /** Walks a table, where that is possible. */
        default Optional<Batches> batches() {
            return Optional.empty();
        }
    }

    /** What walks a table. */
    interface Batches {

        /** Gives how many rows were changed. */
        long walk(Batch batch, Statement statement) throws SQLException, StatementFailure;
    }

    private final RunContext context;
    private final LockWatch watch;
    private final Step step;
    private final RevisionScript script;
    private final JavaCode code;
    private final LocatedStatements statements;

    CodeRunner(RunContext context, LockWatch watch, Step step, JavaCode code) {
        Section section = Steps.section(step);
        this.context = context;
        this.watch = watch;
        this.step = step;
        this.script = Steps.script(step);
        this.code = code;
        this.statements = new LocatedStatements(script, section, code);
    }

    /**
     * Runs it to its end, with all that it said carried out.
     *
     * @return its way back as a script's section, where it is the reverse of what it did and needs nothing else
     */
    @Nullable String run(StatementTarget target) throws SQLException, ScriptFailure {
        CodeOperations operations = new CodeOperations(context.session(), new Sending(target));
        execute(operations);
        target.flush();
        return wayBack(operations.said());
    }

    @SuppressWarnings("try") // what is opened for the time of the code is not referred to
    private void execute(CodeOperations operations) throws SQLException, ScriptFailure {
        Wire wire = Wire.of(context.session().connectionForScripts(), context.notices());
        try (Cancellation.Running running = context.cancellation().running(wire::cancel)) {
            watch.statementBegins();
            code.run(operations);
        } catch (StoppedCode stopped) {
            throw rethrown(stopped);
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CodeFailure(statements.place().of(e), e);
        } finally {
            watch.statementEnds();
        }
    }

    private static SQLException rethrown(StoppedCode stopped) throws StatementFailure {
        if (stopped.reason() instanceof StatementFailure failure) {
            throw failure;
        }
        return (SQLException) stopped.reason();
    }

    private @Nullable String wayBack(List<Operation> said) {
        boolean reversible = step instanceof Step.Upgrade
                && ReversibleRevision.class.isAssignableFrom(code.revision().type());
        if (!reversible || said.isEmpty()) {
            return null;
        }
        try {
            List<Operation> reversed = new Recording(said).reversed();
            return OperationStatements.of(reversed).stream()
                    .map(sql -> sql + ";\n")
                    .collect(Collectors.joining(
                            "", StoredDowngrade.marker(Steps.section(step).options()), ""));
        } catch (IrreversibleOperationException e) {
            return null;
        }
    }

    /** Sends statements, and what stops them through the code. */
    private final class Sending implements CodeOperations.Target {

        private final StatementTarget target;

        Sending(StatementTarget target) {
            this.target = target;
        }

        @Override
        public void take(Operation operation) {
            context.cancellation().check();
            for (Statement statement : statements.of(operation)) {
                sending(() -> target.take(statement));
            }
        }

        @Override
        public void flush() {
            sending(target::flush);
        }

        @Override
        public long batch(Batch batch) {
            int line = statements.place().now();
            Batches batches = target.batches()
                    .orElseThrow(() -> new MigrationException(
                            script.at(line) + ": a revision that runs in one transaction has no batches.",
                            "Put the batch into a revision of its own with @RevisionHeader(transactional = false)."));
            long[] changed = new long[1];
            sending(() -> changed[0] = batches.walk(batch, new Statement(batch.sql(), line, StatementKind.OTHER)));
            return changed[0];
        }

        private void sending(Work work) {
            try {
                work.run();
            } catch (StatementFailure | SQLException e) {
                throw new StoppedCode(e);
            }
        }
    }

    private interface Work {
        void run() throws SQLException, StatementFailure;
    }

    /** Carries what stopped an operation through a revision's code, which declares no exceptions. */
    private static final class StoppedCode extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Exception reason;

        /**
         * @param reason a {@link StatementFailure} or an {@code SQLException}
         */
        StoppedCode(Exception reason) {
            super(reason);
            this.reason = reason;
        }

        Exception reason() {
            return reason;
        }
    }
}
