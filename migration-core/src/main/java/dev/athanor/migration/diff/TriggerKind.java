package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Compares triggers. */
final class TriggerKind implements ElementKind<Trigger>, ImpactAnalysis.KindSteps<Trigger> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Trigger.class, new TriggerKind());
    }

    @Override
    public Impact impact(Trigger before, Trigger after, Comparison comparison) {
        return before.definition().equals(after.definition()) ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(Trigger before, Trigger after, DifferenceLines lines) {
        lines.add("definition", before.definition(), after.definition());
        lines.add("firing", before.firing(), after.firing());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(Trigger one) {
        return List.of(DiffStep.drop(StepPriority.DROP_TRIGGER, new DropTrigger(one), one.object()));
    }

    @Override
    public List<DiffStep> create(Trigger one) {
        return List.of(DiffStep.make(StepPriority.CREATE_TRIGGER, new CreateTrigger(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(Trigger from, Trigger to) {
        List<DiffStep> steps = new ArrayList<>();
        if (from.firing() != to.firing()) {
            steps.add(DiffStep.alter(
                    StepPriority.CREATE_TRIGGER,
                    new SetTriggerFiring(to.name(), to.table(), from.firing(), to.firing()),
                    to.object()));
        }
        steps.addAll(CommentSteps.steps(
                ObjectName.of(ObjectName.Kind.TRIGGER, to.table(), to.name()), from.comment(), to.comment()));
        return steps;
    }
}
