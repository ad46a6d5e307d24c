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

/** Runs the code of a revision, with operations that go to a target. */
final class CodeRunner {

    /** Receives the statements one after another. */
    interface StatementTarget {

        void take(Statement statement) throws SQLException, StatementFailure;

        void flush() throws SQLException, StatementFailure;

        /** Returns the runner of batches, if the target supports them. */
        default Optional<Batches> batches() {
            return Optional.empty();
        }
    }

    /** Runs batches on a table. */
    interface Batches {

        /** Runs all batches and returns the number of changed rows. */
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
     * Runs the code to its end and carries out all its operations.
     *
     * @return the downgrade as the section of a script, or {@code null} if it is not merely the reverse of the recorded
     *     operations
     */
    @Nullable String run(StatementTarget target) throws SQLException, ScriptFailure {
        CodeOperations operations = new CodeOperations(context.session(), new Sending(target));
        execute(operations);
        target.flush();
        return wayBack(operations.said());
    }

    @SuppressWarnings("try") // the opened resource is not referred to
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

    /** Sends statements, and wraps failures so that they pass through the code of the revision. */
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
                            "Put the batch into a separate revision with @RevisionHeader(transactional = false)."));
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

    /** Carries the failure of an operation through the code of a revision, which declares no checked exceptions. */
    private static final class StoppedCode extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Exception reason;

        /**
         * Creates the carrier.
         *
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
