package dev.athanor.migration.diff;

import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** From what differs to operations, and back. */
final class Planner {

    private Planner() {}

    static List<Operation> operations(Comparison comparison) {
        Findings findings = Findings.of(comparison);
        List<Step> steps = new ArrayList<>();
        steps.addAll(NamespaceSteps.of(findings));
        steps.addAll(TypeSteps.of(findings));
        steps.addAll(SequenceSteps.of(findings));
        steps.addAll(TableSteps.of(findings));
        steps.addAll(ProgramSteps.of(findings));
        return InlineKeys.of(findings, StepOrder.of(steps, comparison));
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
        List<EnumType> types = comparison.to().enumTypes().stream()
                .map(type ->
                        comparison.before().get(Keys.of(ObjectKind.ENUM_TYPE, type.name())) instanceof EnumType former
                                ? new EnumType(type.name(), former.values(), type.comment())
                                : type)
                .toList();
        return comparison.to().withEnumTypes(types);
    }
}
