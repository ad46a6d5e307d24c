package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.schema.CompositeType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares composite types. PostgreSQL cannot change the order of their attributes. */
final class CompositeTypeKind implements ElementKind<CompositeType>, ImpactAnalysis.KindSteps<CompositeType> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(CompositeType.class, new CompositeTypeKind());
    }

    @Override
    public Impact impact(CompositeType before, CompositeType after, Comparison comparison) {
        return Impact.NONE;
    }

    @Override
    public void describe(CompositeType before, CompositeType after, DifferenceLines lines) {
        lines.addLong("list of attributes", before.attributes(), after.attributes());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(CompositeType one) {
        return List.of(DiffStep.drop(
                StepPriority.DROP_TYPE, new DropComposite(one.name(), one, DropOptions.PLAIN), one.object()));
    }

    @Override
    public List<DiffStep> create(CompositeType one) {
        return List.of(DiffStep.make(StepPriority.CREATE_TYPE, new CreateComposite(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(CompositeType from, CompositeType to) {
        boolean same = Objects.equals(from.comment(), to.comment())
                && Set.copyOf(from.attributes()).equals(Set.copyOf(to.attributes()));
        return same
                ? List.of()
                : List.of(DiffStep.alter(StepPriority.ALTER_TYPE, new AlterComposite(from, to), to.object()));
    }
}
