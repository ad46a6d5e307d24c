package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Steps for the constraints and indexes of a table that stays. */
final class RuleSteps {

    private final QualifiedName table;

    private RuleSteps(QualifiedName table) {
        this.table = table;
    }

    static List<Step> of(Findings findings, Table from, Table to) {
        RuleSteps kind = new RuleSteps(to.name());
        List<Step> steps = new ArrayList<>();
        steps.addAll(findings.steps(
                from.constraints(),
                to.constraints(),
                new Findings.Simple<>(
                        one -> Keys.constraint(to.name(), one.name()),
                        one -> List.of(drop(to.name(), one)),
                        one -> List.of(create(to.name(), one)),
                        kind::alter)));
        steps.addAll(indexes(findings, to.name(), from.indexes(), to.indexes()));
        return steps;
    }

    /** Of a table or a materialized view. */
    static List<Step> indexes(Findings findings, QualifiedName table, List<Index> from, List<Index> to) {
        RuleSteps kind = new RuleSteps(table);
        return findings.steps(
                from,
                to,
                new Findings.Simple<>(one -> Keys.index(table, one.name()), kind::drop, kind::create, kind::alter));
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

    private List<Step> alter(Constraint from, Constraint to) {
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

    private List<Step> drop(Index one) {
        return List.of(Step.drop(Rank.DROP_INDEX, new DropIndex(table, one), Keys.index(table, one.name())));
    }

    private List<Step> create(Index one) {
        return List.of(Step.make(Rank.CREATE_INDEX, new CreateIndex(table, one), Keys.index(table, one.name())));
    }

    private List<Step> alter(Index from, Index to) {
        List<Step> steps = new ArrayList<>();
        ObjectName name = ObjectName.of(ObjectName.Kind.INDEX, table.sibling(from.name()));
        if (!from.name().equals(to.name())) {
            steps.add(Step.alter(Rank.RENAME, new Rename(name, to.name()), Keys.index(table, to.name())));
        }
        steps.addAll(Comments.steps(
                ObjectName.of(ObjectName.Kind.INDEX, table.sibling(to.name())), from.comment(), to.comment()));
        return steps;
    }
}
