package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SequenceOperation.DropSequence;
import dev.athanor.migration.operation.SequenceOperation.SetSequenceOwner;
import dev.athanor.migration.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares sequences. The owner is set when sequence and column both exist, and removed before either is dropped. */
final class SequenceKind implements ElementKind<Sequence> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(Sequence.class, new SequenceSteps(analysis));
    }

    @Override
    public Impact impact(Sequence before, Sequence after, Comparison comparison) {
        return Impact.NONE;
    }

    @Override
    public void describe(Sequence before, Sequence after, DifferenceLines lines) {
        lines.add("options", before.options(), after.options());
        lines.add("owner", before.ownedBy(), after.ownedBy());
        lines.comment(before.comment(), after.comment());
    }

    private record SequenceSteps(ImpactAnalysis analysis) implements ImpactAnalysis.KindSteps<Sequence> {

        @Override
        public List<DiffStep> drop(Sequence one) {
            List<DiffStep> steps = new ArrayList<>();
            Sequence bare = one;
            if (one.ownedBy() != null && ownerGoes(one)) {
                bare = withoutOwner(one);
                steps.add(disown(one));
            }
            steps.add(DiffStep.drop(
                    StepPriority.DROP_SEQUENCE, new DropSequence(one.name(), bare, DropOptions.PLAIN), one.object()));
            return steps;
        }

        @Override
        public List<DiffStep> create(Sequence one) {
            List<DiffStep> steps = new ArrayList<>();
            steps.add(DiffStep.make(StepPriority.CREATE_SEQUENCE, new CreateSequence(withoutOwner(one)), one.object()));
            if (one.ownedBy() != null) {
                steps.add(own(one, null));
            }
            return steps;
        }

        @Override
        public List<DiffStep> alter(Sequence from, Sequence to) {
            List<DiffStep> steps = new ArrayList<>();
            if (!from.options().equals(to.options())) {
                steps.add(DiffStep.alter(
                        StepPriority.ALTER_SEQUENCE,
                        new AlterSequence(to.name(), from.options(), to.options()),
                        to.object()));
            }
            steps.addAll(owner(from, to));
            steps.addAll(CommentSteps.steps(
                    ObjectName.of(ObjectName.Kind.SEQUENCE, to.name()), from.comment(), to.comment()));
            return steps;
        }

        private List<DiffStep> owner(Sequence from, Sequence to) {
            if (from.ownedBy() != null && ownerGoes(from)) {
                return to.ownedBy() == null ? List.of(disown(from)) : List.of(disown(from), own(to, null));
            }
            return Objects.equals(from.ownedBy(), to.ownedBy()) ? List.of() : List.of(own(to, from.ownedBy()));
        }

        private boolean ownerGoes(Sequence sequence) {
            Sequence.Owner owner = Objects.requireNonNull(sequence.ownedBy());
            Impact impact = analysis.impacts().of(SchemaObjects.column(owner.table(), owner.column()));
            return impact == Impact.DROPPED || impact == Impact.RECREATED;
        }

        private static DiffStep disown(Sequence one) {
            return DiffStep.drop(
                    StepPriority.DISOWN_SEQUENCE,
                    new SetSequenceOwner(one.name(), one.ownedBy(), null),
                    SchemaObjects.owner(one));
        }

        private static DiffStep own(Sequence one, Sequence.@Nullable Owner before) {
            return DiffStep.alter(
                    StepPriority.OWN_SEQUENCE,
                    new SetSequenceOwner(one.name(), before, one.ownedBy()),
                    SchemaObjects.owner(one));
        }

        private static Sequence withoutOwner(Sequence one) {
            return new Sequence(one.name(), one.options(), null, one.comment());
        }
    }
}
