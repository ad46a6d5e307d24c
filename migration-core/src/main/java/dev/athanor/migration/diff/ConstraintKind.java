package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Compares the constraints of a table. */
final class ConstraintKind implements ElementKind<Constraint> {

    static List<DiffStep> steps(ImpactAnalysis analysis, Table from, Table to) {
        return analysis.steps(
                from.constraints(),
                to.constraints(),
                one -> SchemaObjects.constraint(to.name(), one.name()),
                new ConstraintSteps(to.name()));
    }

    @Override
    public Impact impact(Constraint before, Constraint after, Comparison comparison) {
        boolean another = !Constraints.structure(before).equals(Constraints.structure(after))
                || Constraints.isValidated(before) && !Constraints.isValidated(after);
        return another && !Constraints.isAlterable(before, after) ? Impact.RECREATED : Impact.NONE;
    }

    @Override
    public void describe(Constraint before, Constraint after, DifferenceLines lines) {
        if (!Constraints.structure(before).equals(Constraints.structure(after))) {
            lines.add("definition", DefinitionText.of(before), DefinitionText.of(after));
        }
        lines.addState(Constraints.isValidated(before), Constraints.isValidated(after), "valid", "not valid");
        lines.comment(before.comment(), after.comment());
    }

    static List<ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    static DiffStep drop(QualifiedName table, Constraint one) {
        return DiffStep.drop(
                one instanceof ForeignKey ? StepPriority.DROP_FOREIGN_KEY : StepPriority.DROP_CONSTRAINT,
                new DropConstraint(table, one),
                SchemaObjects.constraint(table, one.name()));
    }

    static DiffStep create(QualifiedName table, Constraint one) {
        return DiffStep.make(
                one instanceof ForeignKey ? StepPriority.ADD_FOREIGN_KEY : StepPriority.ADD_CONSTRAINT,
                new AddConstraint(table, one),
                SchemaObjects.constraint(table, one.name()));
    }

    private record ConstraintSteps(QualifiedName table) implements ImpactAnalysis.KindSteps<Constraint> {

        @Override
        public List<DiffStep> drop(Constraint one) {
            return List.of(ConstraintKind.drop(table, one));
        }

        @Override
        public List<DiffStep> create(Constraint one) {
            return List.of(ConstraintKind.create(table, one));
        }

        @Override
        public List<DiffStep> alter(Constraint from, Constraint to) {
            List<DiffStep> steps = new ArrayList<>();
            ObjectName name = ObjectName.of(ObjectName.Kind.CONSTRAINT, table, from.name());
            if (!from.name().equals(to.name())) {
                steps.add(DiffStep.alter(
                        StepPriority.RENAME, new Rename(name, to.name()), SchemaObjects.constraint(table, to.name())));
            }
            if (Constraints.isAlterable(from, to)) {
                steps.add(DiffStep.plain(
                        StepPriority.VALIDATE,
                        new ReplaceConstraint(
                                table, Constraints.named(from, to.name()), to.withComment(from.comment()))));
            } else if (Constraints.isValidated(from) != Constraints.isValidated(to)) {
                steps.add(DiffStep.plain(StepPriority.VALIDATE, new ValidateConstraint(table, to.name(), to)));
            }
            steps.addAll(CommentSteps.steps(
                    ObjectName.of(ObjectName.Kind.CONSTRAINT, table, to.name()), from.comment(), to.comment()));
            return steps;
        }
    }
}
