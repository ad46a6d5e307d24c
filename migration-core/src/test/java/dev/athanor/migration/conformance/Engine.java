package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.NewRevision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.plan.TypedPlanner;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;

/** Runs a {@link RecordedStep} through our own code. */
record Engine(ScriptDirectory directory) {

    Answer answer(RecordedStep step) {
        try {
            return switch (step.command()) {
                case "upgrade", "downgrade", "stamp" -> new Answer.Planned(plan(step));
                case "show" -> new Answer.Listed(resolver(step).show(Target.parse(step.target())));
                case "history" -> new Answer.Listed(resolver(step).history(TargetRange.parse(step.target())));
                case "current" -> current(step);
                case "revision" -> header(step);
                default -> throw new IllegalArgumentException(step.command());
            };
        } catch (TargetException e) {
            return new Answer.Refused(e.kind());
        }
    }

    RevisionGraph graph() {
        return directory.graph();
    }

    private MigrationPlan plan(RecordedStep step) {
        TypedPlanner planner = new TypedPlanner(directory);
        boolean offline = step.has("offline");
        return switch (step.command()) {
            case "upgrade" ->
                offline ? planner.offlineUpgrade(step.target()) : planner.upgrade(step.rows(), step.targets());
            case "downgrade" ->
                offline ? planner.offlineDowngrade(step.target()) : planner.downgrade(step.rows(), step.target());
            default -> offline ? planner.offlineStamp(step.targets()) : stamp(planner, step);
        };
    }

    private static MigrationPlan stamp(TypedPlanner planner, RecordedStep step) {
        return planner.stamp(step.rows(), step.targets(), step.has("purge") ? StampMode.PURGE : StampMode.MOVE);
    }

    private Answer current(RecordedStep step) {
        if (step.has("checkHeads") && !step.rows().equals(CurrentHeads.of(graph().realHeads()))) {
            return new Answer.Refused(TargetException.Kind.NOT_AT_HEADS);
        }
        resolver(step);
        return new Answer.Listed(graph().current(step.rows()));
    }

    private Answer header(RecordedStep step) {
        NewRevision header = new TargetResolver(graph(), CurrentHeads.NONE)
                .newRevision(
                        parsed(step.targets()),
                        step.has("splice") ? NewRevision.Splice.ALLOWED : NewRevision.Splice.REFUSED,
                        parsed(step.dependsOn()));
        return new Answer.Header(header.downRevisions(), header.dependsOn());
    }

    private TargetResolver resolver(RecordedStep step) {
        return new TargetResolver(graph(), step.rows());
    }

    private static List<Target> parsed(List<String> targets) {
        return targets.stream().map(Target::parse).toList();
    }
}
