package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.SchemaObject;
import java.util.List;

/**
 * Represents a difference that the user decides on, because the existing rows do not allow it.
 *
 * @param object the object that differs
 * @param problem the reason why it is not generated, in one sentence
 * @param advice the decision to make
 * @param upgrade statements to complete, including those for dependent objects
 * @param downgrade the statements that undo them
 * @since 0.1.0
 */
public record OpenDecision(
        SchemaObject object, String problem, Advice advice, List<Operation> upgrade, List<Operation> downgrade) {

    /**
     * Describes how the user decides.
     *
     * @param text the decision to make
     * @param answer the kind of answer that settles it
     */
    public record Advice(String text, Answer answer) {}

    /** Distinguishes what settles a decision. */
    public enum Answer {
        /** Needs an expression for the existing rows. */
        VALUE,
        /** Needs statements, or other rows. */
        STATEMENTS
    }

    public OpenDecision {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Returns the question: what is in the way, and what to decide. */
    public String text() {
        return "To decide: " + problem + "\n" + advice.text();
    }

    /** Returns whether an expression for the rows that are there settles it. */
    public boolean takesValue() {
        return advice.answer() == Answer.VALUE;
    }

    /** Returns the column as {@code --default} takes it: {@code users.mail}. */
    public String column() {
        return object.name() + "." + object.part();
    }

    ReviewNote upgradeNote() {
        return new ReviewNote(text() + "\nThen uncomment these statements, and those of the downgrade:", upgrade);
    }

    ReviewNote downgradeNote() {
        return new ReviewNote("Uncomment this with the statements of the upgrade for " + object + ":", downgrade);
    }
}
