package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.LoneStatement;
import java.util.Optional;

/** Describes a failed step: what failed, where, the state of the database, and what to do. */
final class FailureText {

    private final StepFailure failure;
    private final MigrationReport report;
    private final RunContext context;
    private final RunSettings settings;
    private final boolean stepwise;
    private final boolean batches;

    FailureText(StepFailure failure, MigrationReport report, RunContext context) {
        this.failure = failure;
        this.report = report;
        this.context = context;
        this.settings = context.settings();
        this.stepwise = Steps.transactionMode(failure.step()) == TransactionMode.NONE;
        this.batches = Steps.batches(failure.step());
    }

    MigrationFailedException exception() {
        MigrationException said =
                new MigrationException(what() + tries() + "\n" + state(), action(), failure.failure());
        return new MigrationFailedException(said, failure.place(), report);
    }

    private String what() {
        Step step = failure.step();
        String what = step.describe() + " failed";
        if (failure.failure() instanceof StatementFailure statement) {
            return what + " at " + StepFailure.place(step, statement) + ":\n" + statement.excerpt() + "\n"
                    + statement.serverWords();
        }
        if (failure.failure() instanceof CodeFailure code) {
            return what + " at " + Steps.script(step).at(code.line()) + ":\n    " + code.words();
        }
        if (failure.failure() instanceof MigrationException known) {
            return what + ": " + known.problem();
        }
        return what
                + (stepwise
                        ? (batches ? " between its batches: " : " between its statements: ")
                        : " after its last statement: ")
                + failure.reason();
    }

    private String tries() {
        StepFailure.Circumstances known = failure.circumstances();
        String tries = known.attempts() > 1 ? "\nIt was tried " + known.attempts() + " times." : "";
        return known.lockWait() == null ? tries : tries + "\nIt waited for " + known.lockWait();
    }

    private String state() {
        String now = "the database is at " + report.after() + ".";
        if (outcomeUnknown()) {
            return "The connection was lost, and no other could be had to look: whether this revision was committed is"
                    + " not known.";
        }
        if (batches) {
            return "It runs in batches: those before this one have committed; " + now;
        }
        Optional<CommitUnit> block = block();
        if (block.isPresent()) {
            return "It runs without a transaction (transaction=none): the block that begins on line "
                    + block.get().first().line() + " was rolled back, the statements before it have committed; " + now;
        }
        if (stepwise) {
            return "It runs without a transaction (transaction=none): the statements before this one have committed; "
                    + now;
        }
        boolean single = settings.transaction() == TransactionScope.SINGLE;
        if (SqlErrors.connectionLost(failure)) {
            return "The connection was lost, and nothing of the " + (single ? "run" : "revision") + " was committed: "
                    + now;
        }
        return (single ? "The whole run was rolled back: " : "The revision was rolled back: ") + now;
    }

    private boolean outcomeUnknown() {
        return !report.steps().isEmpty()
                && report.steps().get(report.steps().size() - 1).outcome() == Outcome.UNKNOWN;
    }

    private String action() {
        String again =
                stepwise ? "the next run continues from " + resumption() : "nothing of this revision was applied.";
        if (failure.circumstances().cancelled()) {
            return "The migration was cancelled because the application is shutting down. Start again; " + again;
        }
        if (failure.failure() instanceof MigrationException known) {
            return known.action();
        }
        if (outcomeUnknown()) {
            return "Start again: the next run looks at the version table and continues from what was committed.";
        }
        return advice() + ", then start again; " + again;
    }

    private String resumption() {
        return block().map(unit -> "line " + unit.first().line() + ", where its block begins.")
                .orElseGet(() -> "this " + (batches ? "batch." : "statement." + leftover()));
    }

    /** Returns the block that was rolled back together with the failed statement. */
    private Optional<CommitUnit> block() {
        return stepwise
                        && Steps.code(failure.step()).isEmpty()
                        && failure.failure() instanceof StatementFailure statement
                ? CommitUnit.blockAround(Steps.statements(failure.step()), statement.number())
                : Optional.empty();
    }

    private String leftover() {
        return failure.failure() instanceof StatementFailure statement
                        && LoneStatement.of(statement.statement().sql()) instanceof LoneStatement.CreateIndex create
                ? " It first drops index " + create.index() + ", where the failed build has left it invalid."
                : "";
    }

    private String advice() {
        if (SqlErrors.connectionLost(failure)) {
            return "Find out in the server's log why it ended the connection";
        }
        if (!(failure.failure() instanceof StatementFailure) && SqlErrors.unusableTable(failure)) {
            return "Let the version table and the history be as they were made, and the role write to them"
                    + " (docs/least-privilege.sql has the grants)";
        }
        return new FailureAdvice(failure, report, context).text().orElse("Correct the script or the database");
    }
}
