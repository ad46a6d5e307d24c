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
        if (becomesValid(replacement.from(), to)) {
            return List.of(AlterTable.of(replacement.table(), validate(to.name())));
        }
        String drop = "DROP CONSTRAINT " + Names.of(replacement.from().name());
        return withComment(replacement.table(), to, List.of(drop, add(to)));
    }

    private static boolean becomesValid(Constraint from, Constraint to) {
        if (from instanceof Constraint.ForeignKey key) {
            return !key.validated() && key.withValidated(true).equals(to);
        }
        return from instanceof Constraint.Check check
                && !check.validated()
                && check.withValidated(true).equals(to);
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
