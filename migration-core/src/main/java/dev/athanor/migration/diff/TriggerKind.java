package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Triggers. */
final class TriggerKind implements ElementKind<Trigger>, Analysis.Steps<Trigger> {

    static List<Step> steps(Analysis analysis) {
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
    public List<Step> drop(Trigger one) {
        return List.of(Step.drop(Rank.DROP_TRIGGER, new DropTrigger(one), one.object()));
    }

    @Override
    public List<Step> create(Trigger one) {
        return List.of(Step.make(Rank.CREATE_TRIGGER, new CreateTrigger(one), one.object()));
    }

    @Override
    public List<Step> alter(Trigger from, Trigger to) {
        List<Step> steps = new ArrayList<>();
        if (from.firing() != to.firing()) {
            steps.add(Step.alter(
                    Rank.CREATE_TRIGGER,
                    new SetTriggerFiring(to.name(), to.table(), from.firing(), to.firing()),
                    to.object()));
        }
        steps.addAll(Comments.steps(
                ObjectName.of(ObjectName.Kind.TRIGGER, to.table(), to.name()), from.comment(), to.comment()));
        return steps;
    }
}
