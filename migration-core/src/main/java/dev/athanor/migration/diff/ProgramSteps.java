package dev.athanor.migration.diff;

import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.FunctionOperation.DropFunction;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.DropView;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Steps for functions, views and triggers. */
final class ProgramSteps {

    private final Findings findings;

    private ProgramSteps(Findings findings) {
        this.findings = findings;
    }

    static List<Step> of(Findings findings) {
        Comparison comparison = findings.comparison();
        List<Step> steps = new ArrayList<>();
        steps.addAll(findings.steps(
                comparison.from().functions(),
                comparison.to().functions(),
                new Findings.Simple<>(Keys::function, ProgramSteps::drop, ProgramSteps::create, ProgramSteps::alter)));
        steps.addAll(findings.steps(
                comparison.from().views(),
                comparison.to().views(),
                new Findings.Simple<>(
                        ProgramSteps::key,
                        ProgramSteps::drop,
                        ProgramSteps::create,
                        new ProgramSteps(findings)::alter)));
        steps.addAll(findings.steps(
                comparison.from().triggers(),
                comparison.to().triggers(),
                new Findings.Simple<>(Keys::trigger, ProgramSteps::drop, ProgramSteps::create, ProgramSteps::alter)));
        return steps;
    }

    private static List<Step> drop(Function one) {
        return List.of(Step.drop(Rank.DROP_FUNCTION, new DropFunction(one), Keys.function(one)));
    }

    private static List<Step> create(Function one) {
        return List.of(Step.make(Rank.CREATE_FUNCTION, new CreateFunction(one), Keys.function(one)));
    }

    private static List<Step> alter(Function from, Function to) {
        if (from.definition().equals(to.definition())) {
            ObjectName.Kind kind =
                    to.kind() == Function.Kind.FUNCTION ? ObjectName.Kind.FUNCTION : ObjectName.Kind.PROCEDURE;
            return Comments.steps(ObjectName.of(kind, to.name(), to.arguments()), from.comment(), to.comment());
        }
        return List.of(Step.alter(Rank.CREATE_FUNCTION, new ReplaceFunction(from, to), Keys.function(to)));
    }

    private static SchemaObject key(View one) {
        return Keys.view(one.name());
    }

    /** With the indexes of a materialized one. */
    private static List<SchemaObject> parts(View one) {
        List<SchemaObject> parts = new ArrayList<>();
        parts.add(key(one));
        one.indexes().forEach(index -> parts.add(Keys.index(one.name(), index.name())));
        return parts;
    }

    private static List<Step> drop(View one) {
        return List.of(Step.drop(Rank.DROP_VIEW, new DropView(one), parts(one)));
    }

    private static List<Step> create(View one) {
        return List.of(Step.make(Rank.CREATE_VIEW, new CreateView(one), parts(one)));
    }

    private List<Step> alter(View from, View to) {
        ObjectName.Kind kind = to.materialized() ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW;
        List<Step> steps =
                new ArrayList<>(Comments.steps(ObjectName.of(kind, to.name()), from.comment(), to.comment()));
        steps.addAll(RuleSteps.indexes(findings, to.name(), from.indexes(), to.indexes()));
        return steps;
    }

    private static List<Step> drop(Trigger one) {
        return List.of(Step.drop(Rank.DROP_TRIGGER, new DropTrigger(one), Keys.trigger(one)));
    }

    private static List<Step> create(Trigger one) {
        return List.of(Step.make(Rank.CREATE_TRIGGER, new CreateTrigger(one), Keys.trigger(one)));
    }

    private static List<Step> alter(Trigger from, Trigger to) {
        List<Step> steps = new ArrayList<>();
        if (from.firing() != to.firing()) {
            steps.add(Step.alter(
                    Rank.CREATE_TRIGGER,
                    new SetTriggerFiring(to.name(), to.table(), from.firing(), to.firing()),
                    Keys.trigger(to)));
        }
        steps.addAll(Comments.steps(
                ObjectName.of(ObjectName.Kind.TRIGGER, to.table(), to.name()), from.comment(), to.comment()));
        return steps;
    }
}
