package dev.athanor.migration.diff;

import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** From what differs to operations, and back. */
final class OperationPlanner {

    private OperationPlanner() {}

    static List<Operation> operations(Comparison comparison) {
        ImpactAnalysis analysis = ImpactAnalysis.of(comparison);
        return InlineForeignKeys.of(analysis, StepOrder.of(ElementKinds.steps(analysis), comparison));
    }

    /**
     * The reverse; but a value is taken from an enum type first, since what looks at the type has to give way for that, and
     * nothing that goes afterwards uses the value.
     */
    static List<Operation> downgrade(List<Operation> upgrade, Comparison comparison) {
        List<Operation> others = upgrade.stream()
                .filter(operation -> !(operation instanceof AddEnumValue))
                .toList();
        List<Operation> downgrade = new ArrayList<>();
        if (others.size() < upgrade.size()) {
            downgrade.addAll(operations(Comparison.of(comparison.to(), withFormerValues(comparison))));
        }
        downgrade.addAll(Change.reverse(others));
        return downgrade;
    }

    private static Schema withFormerValues(Comparison comparison) {
        List<EnumType> types = comparison.to().all(EnumType.class).stream()
                .map(type -> comparison.before().get(type.object()) instanceof EnumType former
                        ? new EnumType(type.name(), former.values(), type.comment())
                        : type)
                .toList();
        return comparison.to().with(EnumType.class, types);
    }
}
