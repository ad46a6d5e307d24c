package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.Domain;
import java.util.List;
import java.util.Objects;

/**
 * Compares domains. PostgreSQL cannot change the type on which a domain is based, and it cannot add a rule to a domain
 * whose values are inside arrays or composites.
 */
final class DomainKind implements ElementKind<Domain>, ImpactAnalysis.KindSteps<Domain> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Domain.class, new DomainKind());
    }

    @Override
    public Impact impact(Domain before, Domain after, Comparison comparison) {
        boolean sameType = before.type().equals(after.type()) && Objects.equals(before.collation(), after.collation());
        boolean sameRules =
                before.nullable() == after.nullable() && before.checks().equals(after.checks());
        boolean nested = !sameRules
                && (TypeUse.isNested(before.name(), comparison.from())
                        || TypeUse.isNested(before.name(), comparison.to()));
        return sameType && !nested ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(Domain before, Domain after, DifferenceLines lines) {
        lines.add("type", before.type(), after.type());
        lines.add("collation", before.collation(), after.collation());
        lines.addState(before.nullable(), after.nullable(), "nullable", "not null");
        lines.add("default", before.defaultExpression(), after.defaultExpression());
        lines.addLong("list of checks", before.checks(), after.checks());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(Domain one) {
        return List.of(DiffStep.drop(
                StepPriority.DROP_TYPE, new DropDomain(one.name(), one, DropOptions.PLAIN), one.object()));
    }

    @Override
    public List<DiffStep> create(Domain one) {
        return List.of(DiffStep.make(StepPriority.CREATE_TYPE, new CreateDomain(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(Domain from, Domain to) {
        return from.equals(to)
                ? List.of()
                : List.of(DiffStep.alter(StepPriority.ALTER_TYPE, new AlterDomain(from, to), to.object()));
    }
}
