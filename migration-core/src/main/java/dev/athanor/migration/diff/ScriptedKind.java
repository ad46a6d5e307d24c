package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ScriptedOperation.AlterObject;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.ScriptedOperation.DropObject;
import dev.athanor.migration.rendering.ScriptedText;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compares objects that are defined by the statements that create them. An object whose statements differ is dropped
 * and created again.
 */
final class ScriptedKind implements ElementKind<ScriptedObject>, ImpactAnalysis.KindSteps<ScriptedObject> {

    static List<DiffStep> steps(ObjectKind kind, ImpactAnalysis analysis) {
        return analysis.steps(
                of(kind, analysis.comparison().from().all(ScriptedObject.class)),
                of(kind, analysis.comparison().to().all(ScriptedObject.class)),
                ScriptedObject::object,
                new ScriptedKind());
    }

    private static List<ScriptedObject> of(ObjectKind kind, List<ScriptedObject> all) {
        return all.stream().filter(one -> one.object().kind() == kind).toList();
    }

    @Override
    public Impact impact(ScriptedObject before, ScriptedObject after, Comparison comparison) {
        return before.statements().equals(after.statements()) ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(ScriptedObject before, ScriptedObject after, DifferenceLines lines) {
        lines.addLong("definition", before.statements(), after.statements());
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(ScriptedObject one) {
        return List.of(DiffStep.drop(dropped(one.object().kind()), new DropObject(one), one.object()));
    }

    @Override
    public List<DiffStep> create(ScriptedObject one) {
        return List.of(DiffStep.make(created(one.object().kind()), new CreateObject(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(ScriptedObject from, ScriptedObject to) {
        List<DiffStep> steps = new ArrayList<>();
        if (!Objects.equals(from.comment(), to.comment())) {
            steps.add(DiffStep.plain(StepPriority.COMMENT, comment(to.object(), from, to)));
        }
        return steps;
    }

    private static AlterObject comment(SchemaObject object, ScriptedObject from, ScriptedObject to) {
        return new AlterObject(
                object,
                List.of(ScriptedText.comment(object, to.comment())),
                List.of(ScriptedText.comment(object, from.comment())));
    }

    private static StepPriority created(ObjectKind kind) {
        return switch (kind) {
            case COLLATION, BASE_TYPE, RANGE_TYPE -> StepPriority.CREATE_TYPE;
            case STATISTICS, RULE, POLICY, PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                StepPriority.CREATE_TRIGGER;
            case EVENT_TRIGGER -> StepPriority.CREATE_EVENT_TRIGGER;
            case FOREIGN_TABLE -> StepPriority.CREATE_TABLE;
            default -> StepPriority.CREATE_FUNCTION;
        };
    }

    private static StepPriority dropped(ObjectKind kind) {
        return switch (kind) {
            case COLLATION, BASE_TYPE, RANGE_TYPE -> StepPriority.DROP_TYPE;
            case STATISTICS, RULE, POLICY, PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                StepPriority.DROP_TRIGGER;
            case EVENT_TRIGGER -> StepPriority.DROP_EVENT_TRIGGER;
            case FOREIGN_TABLE -> StepPriority.DROP_TABLE;
            default -> StepPriority.DROP_FUNCTION;
        };
    }
}
