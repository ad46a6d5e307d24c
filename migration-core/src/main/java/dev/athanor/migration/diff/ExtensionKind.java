package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ExtensionOperation.CreateExtension;
import dev.athanor.migration.operation.ExtensionOperation.DropExtension;
import dev.athanor.migration.operation.ExtensionOperation.UpdateExtension;
import dev.athanor.migration.schema.Extension;
import java.util.List;

/** Compares extensions. */
final class ExtensionKind implements ElementKind<Extension>, ImpactAnalysis.KindSteps<Extension> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Extension.class, new ExtensionKind());
    }

    @Override
    public Impact impact(Extension before, Extension after, Comparison comparison) {
        return Impact.NONE;
    }

    @Override
    public void describe(Extension before, Extension after, DifferenceLines lines) {
        lines.add("version", before.version(), after.version());
    }

    @Override
    public List<DiffStep> drop(Extension one) {
        return List.of(DiffStep.drop(
                StepPriority.DROP_EXTENSION, new DropExtension(one.name(), one, DropOptions.PLAIN), one.object()));
    }

    @Override
    public List<DiffStep> create(Extension one) {
        return List.of(DiffStep.make(StepPriority.CREATE_EXTENSION, new CreateExtension(one), one.object()));
    }

    @Override
    public List<DiffStep> alter(Extension from, Extension to) {
        return from.version() == null || to.version() == null || from.version().equals(to.version())
                ? List.of()
                : List.of(DiffStep.alter(
                        StepPriority.ALTER_TYPE,
                        new UpdateExtension(to.name(), from.version(), to.version()),
                        to.object()));
    }
}
