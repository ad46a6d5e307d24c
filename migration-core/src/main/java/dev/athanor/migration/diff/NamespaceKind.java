package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.NamespaceOperation.CreateSchema;
import dev.athanor.migration.operation.NamespaceOperation.DropSchema;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.schema.Namespace;
import java.util.List;

/** Compares the schemas of the database. */
final class NamespaceKind implements ElementKind<Namespace>, ImpactAnalysis.KindSteps<Namespace> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Namespace.class, new NamespaceKind());
    }

    @Override
    public Impact impact(Namespace before, Namespace after, Comparison comparison) {
        return Impact.NONE;
    }

    @Override
    public void describe(Namespace before, Namespace after, DifferenceLines lines) {
        lines.comment(before.comment(), after.comment());
    }

    @Override
    public List<DiffStep> drop(Namespace one) {
        return List.of(DiffStep.drop(
                StepPriority.DROP_SCHEMA, new DropSchema(one.name(), one, DropOptions.PLAIN), one.object()));
    }

    @Override
    public List<DiffStep> create(Namespace one) {
        return List.of(
                DiffStep.make(StepPriority.CREATE_SCHEMA, new CreateSchema(one, Existence.EXPECTED), one.object()));
    }

    @Override
    public List<DiffStep> alter(Namespace from, Namespace to) {
        return CommentSteps.steps(ObjectName.schema(to.name()), from.comment(), to.comment());
    }
}
