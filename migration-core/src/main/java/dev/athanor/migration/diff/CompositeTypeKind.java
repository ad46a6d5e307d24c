package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares composite types. PostgreSQL cannot change the order of their attributes, and it changes the type of an
 * attribute only while nothing uses the composite type.
 */
final class CompositeTypeKind implements ElementKind<CompositeType> {

    static List<DiffStep> steps(ImpactAnalysis analysis) {
        return analysis.steps(CompositeType.class, new CompositeSteps(analysis));
    }

    @Override
    public Impact impact(CompositeType before, CompositeType after, Comparison comparison) {
        SchemaObject object = before.object();
        boolean used = Stream.concat(comparison.needsBefore().stream(), comparison.needsAfter().stream())
                .anyMatch(need -> need.on().equals(object));
        boolean retypes = before.attributes().stream().anyMatch(attribute -> named(after, attribute)
                .filter(other -> !other.equals(attribute))
                .isPresent());
        if (retypes && used) {
            return Impact.RECREATED;
        }
        boolean drops = before.attributes().stream()
                .anyMatch(attribute -> named(after, attribute).isEmpty());
        return drops ? Impact.ALTERED : Impact.NONE;
    }

    private static Optional<Attribute> named(CompositeType type, Attribute attribute) {
        return type.attributes().stream()
                .filter(other -> other.name().equals(attribute.name()))
                .findFirst();
    }

    @Override
    public void describe(CompositeType before, CompositeType after, DifferenceLines lines) {
        lines.addLong("list of attributes", before.attributes(), after.attributes());
        lines.comment(before.comment(), after.comment());
    }

    private record CompositeSteps(ImpactAnalysis analysis) implements ImpactAnalysis.KindSteps<CompositeType> {

        /**
         * Drops a type. If it is created again, it loses and gets attributes before, because the text of its values has
         * to have as many fields as the new type.
         */
        @Override
        public List<DiffStep> drop(CompositeType one) {
            List<DiffStep> steps = new ArrayList<>();
            CompositeType dropped = one;
            if (analysis.impacts().isRecreated(one.object())
                    && analysis.comparison().after().get(one.object()) instanceof CompositeType wanted) {
                dropped = withFields(one, wanted);
            }
            if (!dropped.equals(one)) {
                steps.add(DiffStep.plain(StepPriority.CUT_DEFAULT, new AlterComposite(one, dropped)));
            }
            steps.add(DiffStep.drop(
                    StepPriority.DROP_TYPE, new DropComposite(one.name(), dropped, DropOptions.PLAIN), one.object()));
            return steps;
        }

        @Override
        public List<DiffStep> create(CompositeType one) {
            CompositeType created = analysis.comparison().before().get(one.object()) instanceof CompositeType former
                    ? sorted(one, withFields(former, one))
                    : one;
            return List.of(DiffStep.make(StepPriority.CREATE_TYPE, new CreateComposite(created), one.object()));
        }

        /** Returns the type with the attributes of the wanted one, of which those that are there keep their types. */
        private static CompositeType withFields(CompositeType from, CompositeType to) {
            List<Attribute> attributes = new ArrayList<>(from.attributes().stream()
                    .filter(attribute -> named(to, attribute).isPresent())
                    .toList());
            to.attributes().stream()
                    .filter(attribute -> named(from, attribute).isEmpty())
                    .forEach(attributes::add);
            return new CompositeType(from.name(), attributes, from.comment());
        }

        private static CompositeType sorted(CompositeType to, CompositeType order) {
            return new CompositeType(
                    to.name(),
                    order.attributes().stream()
                            .flatMap(attribute -> named(to, attribute).stream())
                            .toList(),
                    to.comment());
        }

        @Override
        public List<DiffStep> alter(CompositeType from, CompositeType to) {
            boolean same = Objects.equals(from.comment(), to.comment())
                    && Set.copyOf(from.attributes()).equals(Set.copyOf(to.attributes()));
            if (same) {
                return List.of();
            }
            AlterComposite operation = new AlterComposite(from, to);
            return List.of(
                    analysis.impacts().of(from.object()) == Impact.ALTERED
                            ? DiffStep.rebuild(StepPriority.ALTER_TYPE, operation, to.object())
                            : DiffStep.alter(StepPriority.ALTER_TYPE, operation, to.object()));
        }
    }
}
