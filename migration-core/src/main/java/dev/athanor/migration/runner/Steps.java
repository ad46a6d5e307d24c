package dev.athanor.migration.runner;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What a step means to the runner. */
final class Steps {

    private Steps() {}

    static Direction direction(Step step) {
        if (step instanceof Step.Upgrade) {
            return Direction.UPGRADE;
        }
        return step instanceof Step.Downgrade ? Direction.DOWNGRADE : Direction.STAMP;
    }

    static List<Statement> statements(Step step) {
        return step instanceof Step.Stamp ? List.of() : section(step).statements();
    }

    static TransactionMode transactionMode(Step step) {
        return step instanceof Step.Stamp
                ? TransactionMode.TRANSACTIONAL
                : section(step).transaction();
    }

    /** The extension that the server has to offer for the step's statements to run. */
    static Optional<String> extension(Step step) {
        return step instanceof Step.Stamp ? Optional.empty() : section(step).extension();
    }

    /** Which way the step went, where it had a choice. */
    static Optional<String> note(Step step) {
        return extension(step).map(extension -> switch (section(step).offer()) {
            case NOT_OFFERED -> "The server does not offer extension " + extension + ": the section was skipped.";
            case OFFERED, UNKNOWN -> "The server offers extension " + extension + ": the section ran.";
        });
    }

    /** Whether the step walks a table in batches. */
    static boolean batches(Step step) {
        return !(step instanceof Step.Stamp) && section(step).batch().isPresent();
    }

    /** What the step runs where that is in Java. */
    static Optional<JavaCode> code(Step step) {
        return step.code();
    }

    static Section section(Step step) {
        if (step instanceof Step.Upgrade upgrade) {
            return upgrade.script().upgrade();
        }
        if (step instanceof Step.Downgrade downgrade) {
            return downgrade.script().downgrade().wayBack().orElseThrow();
        }
        throw new IllegalArgumentException("Nothing to run in " + step);
    }

    /** Who limits the statements of a run in one transaction. */
    static Patience patience(MigrationPlan plan) {
        return Patience.of(
                plan.steps().stream().flatMap(step -> statements(step).stream()).toList());
    }

    /** A transaction that failed at one of its statements cannot have been committed. */
    static boolean commitWasSent(StepFailure failure) {
        return transactionMode(failure.step()) == TransactionMode.NONE
                || !(failure.failure() instanceof StatementFailure || failure.failure() instanceof CodeFailure);
    }

    /** The script that the step runs. */
    static RevisionScript script(Step step) {
        return step.scripts().get(0);
    }
}
