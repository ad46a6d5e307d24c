package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a constraint of a table.
 *
 * @since 0.1.0
 */
public sealed interface ConstraintOperation extends Operation {

    /** Returns the visitor's answer for this kind of constraint operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.constraint(this);
    }

    /**
     * Answers for each kind of constraint operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link AddConstraint}. */
        R addConstraint(AddConstraint operation);

        /** Answers for {@link DropConstraint}. */
        R dropConstraint(DropConstraint operation);

        /** Answers for {@link ValidateConstraint}. */
        R validateConstraint(ValidateConstraint operation);

        /** Answers for {@link ReplaceConstraint}. */
        R replaceConstraint(ReplaceConstraint operation);
    }

    /** Returns the table of the constraint. */
    QualifiedName table();

    /**
     * Represents {@code ALTER TABLE … ADD CONSTRAINT}, with the comment, and with {@code NOT VALID} if the constraint
     * is not validated.
     */
    record AddConstraint(QualifiedName table, Constraint constraint) implements ConstraintOperation {

        @Override
        public Operation reverse() {
            return new DropConstraint(table, constraint);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraint(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … DROP CONSTRAINT}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropConstraint(
            QualifiedName table, String name, @Nullable Constraint definition, DropOptions options)
            implements ConstraintOperation {

        /** Creates a removal that holds all that its reverse needs. */
        public DropConstraint(QualifiedName table, Constraint definition) {
            this(table, definition.name(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping constraint " + name + " of table " + table,
                        "its definition",
                        Call.to("dropConstraint", name, table.name())
                                .lambda("c -> c.unique(\"…\")")
                                .text());
            }
            return new AddConstraint(table, definition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }
    }

    /**
     * Represents {@code ALTER TABLE … VALIDATE CONSTRAINT}.
     *
     * @param definition the definition, for the reverse, which adds the constraint again as not valid
     */
    record ValidateConstraint(
            QualifiedName table, String name, @Nullable Constraint definition) implements ConstraintOperation {

        public ValidateConstraint {
            definition = definition == null ? null : Validation.of(definition, true);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Validating constraint " + name + " of table " + table,
                        "its definition",
                        Call.to("validateConstraint", name, table.name())
                                .lambda("c -> c.check(\"…\")")
                                .text());
            }
            return new ReplaceConstraint(table, Validation.of(definition, true), Validation.of(definition, false));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateConstraint(this);
        }
    }

    /**
     * Represents the replacement of a constraint by another one of the same name: {@code DROP CONSTRAINT} and
     * {@code ADD CONSTRAINT} in one statement.
     */
    record ReplaceConstraint(QualifiedName table, Constraint from, Constraint to) implements ConstraintOperation {

        public ReplaceConstraint {
            if (!from.name().equals(to.name())) {
                throw new MigrationException(
                        "Replacing constraint " + from.name() + " of table " + table + " cannot make it constraint "
                                + to.name() + ".",
                        "Drop the one and create the other.");
            }
            if (from.equals(to)) {
                throw new MigrationException(
                        "Replacing constraint " + from.name() + " of table " + table + " changes nothing.",
                        "Say what it becomes.");
            }
        }

        @Override
        public Operation reverse() {
            return new ReplaceConstraint(table, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceConstraint(this);
        }
    }
}
