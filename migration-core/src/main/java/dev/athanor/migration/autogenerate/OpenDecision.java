package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.SchemaObject;
import java.util.List;

/**
 * A difference that a person decides on, since the rows that are there do not allow for it.
 *
 * @param object what differs
 * @param problem why it is not generated, in one sentence
 * @param advice what to decide
 * @param upgrade statements to complete, those for what needs the object among them
 * @param downgrade what takes them back
 */
public record OpenDecision(
        SchemaObject object, String problem, Advice advice, List<Operation> upgrade, List<Operation> downgrade) {

    /**
     * How a person decides.
     *
     * @param text what to decide
     * @param answer what settles it
     */
    public record Advice(String text, Answer answer) {}

    /** What settles a decision. */
    public enum Answer {
        /** An expression for the rows that are there. */
        VALUE,
        /** Statements, or other rows. */
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
