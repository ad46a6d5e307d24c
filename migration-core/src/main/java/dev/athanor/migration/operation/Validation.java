package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Constraint;

/** Constraints that can be valid or not. */
final class Validation {

    private Validation() {}

    static Constraint of(Constraint constraint, boolean validated) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.withValidated(validated);
        }
        if (constraint instanceof Constraint.Check check) {
            return check.withValidated(validated);
        }
        if (constraint instanceof Constraint.NotNull notNull) {
            return notNull.withValidated(validated);
        }
        throw new MigrationException(
                "Constraint " + constraint.name()
                        + " cannot be NOT VALID: it is neither a foreign key, nor a check, nor NOT NULL.",
                "Add it as it is.");
    }
}
