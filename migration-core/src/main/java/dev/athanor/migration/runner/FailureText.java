package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.TransactionMode;

/** The words for a step that failed: what, where, what the database holds now, what to do. */
final class FailureText {

    private FailureText() {}

    static MigrationFailedException of(StepFailure failure, MigrationReport report, TransactionScope scope) {
        Step step = failure.step();
        String problem = what(failure) + "\n" + state(failure, report, scope);
        return new MigrationFailedException(problem, action(failure, step), report, failure.failure());
    }

    private static String what(StepFailure failure) {
        Step step = failure.step();
        String what = step.describe() + " failed";
        if (failure.failure() instanceof StatementFailure statement) {
            RevisionScript script = Steps.script(step);
            return what + " at " + script.at(statement.line()) + ", statement "
                    + statement.number() + " of " + Steps.statements(step).size() + ":\n" + statement.excerpt() + "\n"
                    + statement.serverWords();
        }
        if (failure.failure() instanceof MigrationException known) {
            return what + ": " + known.problem();
        }
        return what + " after its last statement: " + failure.reason();
    }

    private static String state(StepFailure failure, MigrationReport report, TransactionScope scope) {
        if (SqlErrors.connectionLost(failure)) {
            return "The connection was lost: whether this revision was committed is not known.";
        }
        String now = "the database is at " + report.after() + ".";
        if (scope == TransactionScope.SINGLE) {
            return "The whole run was rolled back: " + now;
        }
        if (Steps.transactionMode(failure.step()) == TransactionMode.NONE) {
            return "It runs without a transaction (transaction=none): the statements before this one have committed; "
                    + now;
        }
        return "The revision was rolled back: " + now;
    }

    private static String action(StepFailure failure, Step step) {
        if (failure.failure() instanceof MigrationException known) {
            return known.action();
        }
        if (SqlErrors.connectionLost(failure)) {
            return "Start again: the next run looks at the version table and goes on from what was committed.";
        }
        String again = Steps.transactionMode(step) == TransactionMode.NONE
                ? "the next run goes on from this statement."
                : "nothing of this revision was applied.";
        return "Mend the script or what it met in the database, then start again; " + again;
    }
}
