package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.List;

/**
 * Reports that a table declares a column that it also inherits, or that it only inherits it, other than wanted:
 * PostgreSQL has no statement that changes this.
 *
 * @param column the column
 * @param wanted whether it is wanted as declared
 * @param byHand the statements that declare the column in place; empty if only another table helps
 * @since 0.1.0
 */
public record DeclarationDifference(SchemaObject column, boolean wanted, List<String> byHand) {

    public DeclarationDifference {
        byHand = List.copyOf(byHand);
    }

    /** Returns the difference, and what to do, on one line. */
    @Override
    public String toString() {
        if (!wanted) {
            return column
                    + ": declared in the table and inherited instead of inherited only. PostgreSQL cannot take the"
                    + " declaration away: create another table, move the rows, and rename it.";
        }
        String only = column + ": inherited only instead of declared in the table too. PostgreSQL has no statement for"
                + " that. ";
        return only
                + (byHand.isEmpty()
                        ? "Let the table no longer inherit from any parent that has the column, and then inherit again."
                        : "Run these by hand: " + String.join("; ", byHand) + ";");
    }
}
