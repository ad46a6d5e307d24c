package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Constraints of a table. */
final class ConstraintKind implements ElementKind<Constraint> {

    static List<Step> steps(Analysis analysis, Table from, Table to) {
        return analysis.steps(
                from.constraints(),
                to.constraints(),
                one -> Keys.constraint(to.name(), one.name()),
                new ConstraintSteps(to.name()));
    }

    @Override
    public Impact impact(Constraint before, Constraint after, Comparison comparison) {
        boolean another = !Constraints.structure(before).equals(Constraints.structure(after))
                || Constraints.isValidated(before) && !Constraints.isValidated(after);
        return another ? Impact.RECREATED : Impact.NONE;
    }

    @Override
    public void describe(Constraint before, Constraint after, DifferenceLines lines) {
        if (!Constraints.structure(before).equals(Constraints.structure(after))) {
            lines.add("definition", RuleText.of(before), RuleText.of(after));
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

    static Step drop(QualifiedName table, Constraint one) {
        return Step.drop(
                one instanceof ForeignKey ? Rank.DROP_FOREIGN_KEY : Rank.DROP_CONSTRAINT,
                new DropConstraint(table, one),
                Keys.constraint(table, one.name()));
    }

    static Step create(QualifiedName table, Constraint one) {
        return Step.make(
                one instanceof ForeignKey ? Rank.ADD_FOREIGN_KEY : Rank.ADD_CONSTRAINT,
                new AddConstraint(table, one),
                Keys.constraint(table, one.name()));
    }

    private record ConstraintSteps(QualifiedName table) implements Analysis.Steps<Constraint> {

        @Override
        public List<Step> drop(Constraint one) {
            return List.of(ConstraintKind.drop(table, one));
        }

        @Override
        public List<Step> create(Constraint one) {
            return List.of(ConstraintKind.create(table, one));
        }

        @Override
        public List<Step> alter(Constraint from, Constraint to) {
            List<Step> steps = new ArrayList<>();
            ObjectName name = ObjectName.of(ObjectName.Kind.CONSTRAINT, table, from.name());
            if (!from.name().equals(to.name())) {
                steps.add(Step.alter(Rank.RENAME, new Rename(name, to.name()), Keys.constraint(table, to.name())));
            }
            if (Constraints.isValidated(from) != Constraints.isValidated(to)) {
                steps.add(Step.plain(Rank.VALIDATE, new ValidateConstraint(table, to.name(), to)));
            }
            steps.addAll(Comments.steps(
                    ObjectName.of(ObjectName.Kind.CONSTRAINT, table, to.name()), from.comment(), to.comment()));
            return steps;
        }
    }
}
