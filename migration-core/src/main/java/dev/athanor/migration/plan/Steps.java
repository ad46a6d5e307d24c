package dev.athanor.migration.plan;

import dev.athanor.migration.script.Allowance;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from a step which part of its script runs, and how.
 *
 * @since 0.1.0
 */
public final class Steps {

    private Steps() {}

    /** Returns the statements that the step runs, which are none for a stamp. */
    public static List<Statement> statements(Step step) {
        return run(step).map(Section::statements).orElse(List.of());
    }

    /** Returns how the step runs in transactions. */
    public static TransactionMode transactionMode(Step step) {
        return run(step).map(Section::transaction).orElse(TransactionMode.TRANSACTIONAL);
    }

    /** Returns the extension that the server must offer for the step's statements to run. */
    public static Optional<String> extension(Step step) {
        return run(step).flatMap(Section::extension);
    }

    /**
     * Returns what the history keeps beside the outcome: whether the section of a step that needs an extension ran or
     * was skipped, and the findings of lint that the section allows, with the reasons.
     */
    public static Optional<String> note(Step step) {
        return Stream.of(offer(step), allowances(step))
                .flatMap(Optional::stream)
                .reduce((offer, allowances) -> offer + " " + allowances);
    }

    /** Returns the findings of lint that the section of a step allows, with the reasons. */
    public static Optional<String> allowances(Step step) {
        return run(step).stream()
                .flatMap(section -> section.allowances().stream())
                .map(Steps::sentence)
                .reduce((one, next) -> one + " " + next);
    }

    private static String sentence(Allowance allowance) {
        return "Allows " + allowance.rule() + ": " + allowance.reason()
                + (allowance.reason().endsWith(".") ? "" : ".");
    }

    private static Optional<String> offer(Step step) {
        return extension(step).map(extension -> switch (section(step).offer()) {
            case NOT_OFFERED -> "The server does not offer extension " + extension + ": the section was skipped.";
            case OFFERED, UNKNOWN -> "The server offers extension " + extension + ": the section ran.";
        });
    }

    /** Returns whether the step processes a table in batches. */
    public static boolean batches(Step step) {
        return run(step).flatMap(Section::batch).isPresent();
    }

    /** Returns the Java code that the step runs, if there is any. */
    public static Optional<JavaCode> code(Step step) {
        return step.code();
    }

    /**
     * Returns the section that the step runs.
     *
     * @throws IllegalArgumentException if the step is a stamp
     */
    public static Section section(Step step) {
        return run(step).orElseThrow(() -> new IllegalArgumentException("Nothing to run in " + step));
    }

    /** Returns the section that the step runs, or empty for a stamp. */
    public static Optional<Section> run(Step step) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public Optional<Section> upgrade(Step.Upgrade upgrade) {
                return Optional.of(upgrade.script().upgrade());
            }

            @Override
            public Optional<Section> downgrade(Step.Downgrade downgrade) {
                return Optional.of(downgrade.script().downgrade().wayBack().orElseThrow());
            }

            @Override
            public Optional<Section> stamp(Step.Stamp stamp) {
                return Optional.empty();
            }
        });
    }

    /** Returns the script that the step runs. */
    public static RevisionScript script(Step step) {
        return step.scripts().get(0);
    }
}
