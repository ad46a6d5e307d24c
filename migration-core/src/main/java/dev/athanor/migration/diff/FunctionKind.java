package dev.athanor.migration.diff;

import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.schema.Function;
import java.util.List;

/** Compares functions and procedures. */
final class FunctionKind implements ElementKind<Function>, ImpactAnalysis.KindSteps<Function> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Function.class, new FunctionKind());
    }

    @Override
    public Impact impact(Function before, Function after, Comparison comparison) {
        return FunctionDefinitions.isReplaceable(before, after) ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(Function before, Function after, DifferenceLines lines) {
        lines.addLong("definition", before.definition(), after.definition());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(Function one) {
        return List.of(DiffStep.drop(StepPriority.DROP_FUNCTION, new DropFunction(one), one.object()));
    }

    @Override
    public List<DiffStep> create(Function one) {
        return List.of(DiffStep.make(StepPriority.CREATE_FUNCTION, new CreateFunction(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(Function from, Function to) {
        if (from.definition().equals(to.definition())) {
            ObjectName.Kind kind =
                    to.kind() == Function.Kind.FUNCTION ? ObjectName.Kind.FUNCTION : ObjectName.Kind.PROCEDURE;
            return CommentSteps.steps(ObjectName.of(kind, to.name(), to.arguments()), from.comment(), to.comment());
        }
        return List.of(DiffStep.alter(StepPriority.CREATE_FUNCTION, new ReplaceFunction(from, to), to.object()));
    }
}
