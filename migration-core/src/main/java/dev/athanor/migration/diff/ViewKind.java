package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.DropView;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Compares views and materialized views, which have indexes. */
final class ViewKind implements ElementKind<View> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(View.class, new ViewSteps(analysis));
    }

    @Override
    public Impact impact(View before, View after, Comparison comparison) {
        boolean same = before.materialized() == after.materialized()
                && before.definition().equals(after.definition())
                && before.options().equals(after.options());
        return same ? Impact.NONE : Impact.RECREATED;
    }

    @Override
    public void describe(View before, View after, DifferenceLines lines) {
        lines.add("materialized", before.materialized(), after.materialized());
        lines.addLong("definition", before.definition(), after.definition());
        lines.add("options", before.options(), after.options());
        lines.comment(before.comment(), after.comment());
    }

    private record ViewSteps(ImpactAnalysis analysis) implements ImpactAnalysis.KindSteps<View> {

        @Override
        public List<DiffStep> drop(View one) {
            return List.of(DiffStep.drop(StepPriority.DROP_VIEW, new DropView(one), objects(one)));
        }

        @Override
        public List<DiffStep> create(View one) {
            return List.of(DiffStep.make(StepPriority.CREATE_VIEW, new CreateView(one), objects(one)));
        }

        private static List<SchemaObject> objects(View one) {
            List<SchemaObject> objects = new ArrayList<>(one.parts().keySet());
            objects.add(one.object());
            return objects;
        }

        @Override
        public List<DiffStep> alter(View from, View to) {
            ObjectName.Kind kind = to.materialized() ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW;
            List<DiffStep> steps =
                    new ArrayList<>(CommentSteps.steps(ObjectName.of(kind, to.name()), from.comment(), to.comment()));
            steps.addAll(IndexKind.steps(analysis, to.name(), from.indexes(), to.indexes()));
            return steps;
        }
    }
}
