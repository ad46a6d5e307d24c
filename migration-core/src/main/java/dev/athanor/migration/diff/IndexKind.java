package dev.athanor.migration.diff;

import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Compares the indexes of a table or a materialized view. */
final class IndexKind implements ElementKind<Index> {

    static List<DiffStep> steps(ImpactAnalysis analysis, QualifiedName table, List<Index> from, List<Index> to) {
        return analysis.steps(from, to, one -> one.object(table), new IndexSteps(table));
    }

    @Override
    public Impact impact(Index before, Index after, Comparison comparison) {
        return Constraints.structure(before).equals(Constraints.structure(after)) ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(Index before, Index after, DifferenceLines lines) {
        lines.add("definition", DefinitionText.of(before), DefinitionText.of(after.withName(before.name())));
        lines.addState(before.valid(), after.valid(), "valid", "not valid");
        lines.comment(before.comment(), after.comment());
    }

    private record IndexSteps(QualifiedName table) implements ImpactAnalysis.KindSteps<Index> {

        @Override
        public List<DiffStep> drop(Index one) {
            return List.of(DiffStep.drop(StepPriority.DROP_INDEX, new DropIndex(table, one), one.object(table)));
        }

        @Override
        public List<DiffStep> create(Index one) {
            return List.of(DiffStep.make(StepPriority.CREATE_INDEX, new CreateIndex(table, one), one.object(table)));
        }

        @Override
        public List<DiffStep> alter(Index from, Index to) {
            List<DiffStep> steps = new ArrayList<>();
            ObjectName name = ObjectName.of(ObjectName.Kind.INDEX, table.sibling(from.name()));
            if (!from.name().equals(to.name())) {
                steps.add(DiffStep.alter(StepPriority.RENAME, new Rename(name, to.name()), to.object(table)));
            }
            steps.addAll(CommentSteps.steps(
                    ObjectName.of(ObjectName.Kind.INDEX, table.sibling(to.name())), from.comment(), to.comment()));
            return steps;
        }
    }
}
