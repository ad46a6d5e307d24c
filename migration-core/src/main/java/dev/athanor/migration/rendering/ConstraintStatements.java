package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders operations on constraints. */
final class ConstraintStatements implements ConstraintOperation.Visitor<List<String>> {

    private ConstraintStatements() {}

    static List<String> of(ConstraintOperation operation) {
        return operation.accept(new ConstraintStatements());
    }

    @Override
    public List<String> addConstraint(AddConstraint addition) {
        return withComment(addition.table(), addition.constraint(), List.of(add(addition.constraint())));
    }

    @Override
    public List<String> dropConstraint(DropConstraint drop) {
        return List.of(AlterTable.of(drop.table(), Clauses.drop("CONSTRAINT", Names.of(drop.name()), drop.options())));
    }

    @Override
    public List<String> validateConstraint(ValidateConstraint validation) {
        return List.of(AlterTable.of(validation.table(), validate(validation.name())));
    }

    @Override
    public List<String> replaceConstraint(ReplaceConstraint replacement) {
        Constraint to = replacement.to();
        Optional<String> alteration = alteration(replacement.from(), to);
        if (alteration.isPresent()) {
            return List.of(AlterTable.of(replacement.table(), alteration.get()));
        }
        String drop = "DROP CONSTRAINT " + Names.of(replacement.from().name());
        return withComment(replacement.table(), to, List.of(drop, add(to)));
    }

    private static boolean becomesValid(Constraint from, Constraint to) {
        if (from instanceof Constraint.ForeignKey key) {
            return !key.validated() && key.withValidated(true).equals(to);
        }
        if (from instanceof Constraint.NotNull notNull) {
            return !notNull.validated() && notNull.withValidated(true).equals(to);
        }
        return from instanceof Constraint.Check check
                && !check.validated()
                && check.withValidated(true).equals(to);
    }

    /** Returns the action that changes a constraint in place, if PostgreSQL has one for the change. */
    private static Optional<String> alteration(Constraint from, Constraint to) {
        if (becomesValid(from, to)) {
            return Optional.of(validate(to.name()));
        }
        if (from instanceof Constraint.ForeignKey before
                && to instanceof Constraint.ForeignKey after
                && before.withEnforced(after.enforced()).equals(after)) {
            return Optional.of(alter(to, after.enforced() ? "ENFORCED" : "NOT ENFORCED"));
        }
        if (from instanceof Constraint.NotNull before
                && to instanceof Constraint.NotNull after
                && before.withNoInherit(after.noInherit()).equals(after)) {
            return Optional.of(alter(to, after.noInherit() ? "NO INHERIT" : "INHERIT"));
        }
        return Optional.empty();
    }

    private static String alter(Constraint constraint, String how) {
        return "ALTER CONSTRAINT " + Names.of(constraint.name()) + " " + how;
    }

    private static String add(Constraint constraint) {
        return "ADD " + ConstraintText.of(constraint);
    }

    private static String validate(String name) {
        return "VALIDATE CONSTRAINT " + Names.of(name);
    }

    private static List<String> withComment(QualifiedName table, Constraint constraint, List<String> actions) {
        List<String> statements = new ArrayList<>();
        statements.add(AlterTable.inLines(table, actions));
        statements.addAll(
                CommentText.ifAny(ObjectName.of(Kind.CONSTRAINT, table, constraint.name()), constraint.comment()));
        return statements;
    }
}
