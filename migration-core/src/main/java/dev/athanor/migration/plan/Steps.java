package dev.athanor.migration.plan;

import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Reads from a step what runs of its script, and how. */
public final class Steps {

    private Steps() {}

    /** Returns the statements that the step runs; none for a stamp. */
    public static List<Statement> statements(Step step) {
        return step instanceof Step.Stamp ? List.of() : section(step).statements();
    }

    /** Returns how the step runs in transactions. */
    public static TransactionMode transactionMode(Step step) {
        return step instanceof Step.Stamp
                ? TransactionMode.TRANSACTIONAL
                : section(step).transaction();
    }

    /** The extension that the server has to offer for the step's statements to run. */
    public static Optional<String> extension(Step step) {
        return step instanceof Step.Stamp ? Optional.empty() : section(step).extension();
    }

    /** Which way the step went, where it had a choice. */
    public static Optional<String> note(Step step) {
        return extension(step).map(extension -> switch (section(step).offer()) {
            case NOT_OFFERED -> "The server does not offer extension " + extension + ": the section was skipped.";
            case OFFERED, UNKNOWN -> "The server offers extension " + extension + ": the section ran.";
        });
    }

    /** Whether the step walks a table in batches. */
    public static boolean batches(Step step) {
        return !(step instanceof Step.Stamp) && section(step).batch().isPresent();
    }

    /** What the step runs where that is in Java. */
    public static Optional<JavaCode> code(Step step) {
        return step.code();
    }

    /** Returns the section that the step runs; a stamp runs none. */
    public static Section section(Step step) {
        if (step instanceof Step.Upgrade upgrade) {
            return upgrade.script().upgrade();
        }
        if (step instanceof Step.Downgrade downgrade) {
            return downgrade.script().downgrade().wayBack().orElseThrow();
        }
        throw new IllegalArgumentException("Nothing to run in " + step);
    }

    /** The script that the step runs. */
    public static RevisionScript script(Step step) {
        return step.scripts().get(0);
    }
}
