package dev.athanor.migration.diff;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Steps for enum types, domains and composite types. */
final class TypeSteps {

    private final Findings findings;

    private TypeSteps(Findings findings) {
        this.findings = findings;
    }

    static List<Step> of(Findings findings) {
        Comparison comparison = findings.comparison();
        List<Step> steps = new ArrayList<>();
        steps.addAll(findings.steps(
                comparison.from().enumTypes(),
                comparison.to().enumTypes(),
                new Findings.Simple<>(
                        TypeSteps::key, TypeSteps::drop, TypeSteps::create, new TypeSteps(findings)::alter)));
        steps.addAll(findings.steps(
                comparison.from().domains(),
                comparison.to().domains(),
                new Findings.Simple<>(TypeSteps::key, TypeSteps::drop, TypeSteps::create, TypeSteps::alter)));
        steps.addAll(findings.steps(
                comparison.from().compositeTypes(),
                comparison.to().compositeTypes(),
                new Findings.Simple<>(TypeSteps::key, TypeSteps::drop, TypeSteps::create, TypeSteps::alter)));
        return steps;
    }

    private static SchemaObject key(EnumType one) {
        return Keys.of(ObjectKind.ENUM_TYPE, one.name());
    }

    private static List<Step> drop(EnumType one) {
        return List.of(Step.drop(Rank.DROP_TYPE, new DropEnum(one.name(), one, DropOptions.PLAIN), key(one)));
    }

    private static List<Step> create(EnumType one) {
        return List.of(Step.make(Rank.CREATE_TYPE, new CreateEnum(one), key(one)));
    }

    private List<Step> alter(EnumType from, EnumType to) {
        boolean rebuilt = findings.fates().of(key(from)) == Fate.DISTURBED;
        if (from.values().equals(to.values()) && !rebuilt) {
            return Comments.steps(ObjectName.of(ObjectName.Kind.TYPE, to.name()), from.comment(), to.comment());
        }
        Comparison comparison = findings.comparison();
        List<EnumColumn> users = EnumChanges.users(to, comparison.from(), comparison.to());
        if (rebuilt) {
            return List.of(Step.rebuild(Rank.ALTER_TYPE, new RebuildEnum(from, to, users), key(to)));
        }
        List<Step> steps = new ArrayList<>(additions(from, to, users));
        steps.addAll(Comments.steps(ObjectName.of(ObjectName.Kind.TYPE, to.name()), from.comment(), to.comment()));
        return steps;
    }

    private static List<Step> additions(EnumType from, EnumType to, List<EnumColumn> users) {
        List<Step> steps = new ArrayList<>();
        List<String> there = new ArrayList<>(from.values());
        for (String value : EnumChanges.added(from, to)) {
            int index = to.values().indexOf(value);
            EnumType before = new EnumType(from.name(), there, from.comment());
            AddEnumValue addition = AddEnumValue.to(before, value, EnumChanges.place(to.values(), index, there), users);
            there.add(index, value);
            steps.add(Step.make(Rank.ALTER_TYPE, addition, key(to)));
        }
        return steps;
    }

    private static SchemaObject key(Domain one) {
        return Keys.of(ObjectKind.DOMAIN, one.name());
    }

    private static List<Step> drop(Domain one) {
        return List.of(Step.drop(Rank.DROP_TYPE, new DropDomain(one.name(), one, DropOptions.PLAIN), key(one)));
    }

    private static List<Step> create(Domain one) {
        return List.of(Step.make(Rank.CREATE_TYPE, new CreateDomain(one), key(one)));
    }

    private static List<Step> alter(Domain from, Domain to) {
        return from.equals(to) ? List.of() : List.of(Step.alter(Rank.ALTER_TYPE, new AlterDomain(from, to), key(to)));
    }

    private static SchemaObject key(CompositeType one) {
        return Keys.of(ObjectKind.COMPOSITE_TYPE, one.name());
    }

    private static List<Step> drop(CompositeType one) {
        return List.of(Step.drop(Rank.DROP_TYPE, new DropComposite(one.name(), one, DropOptions.PLAIN), key(one)));
    }

    private static List<Step> create(CompositeType one) {
        return List.of(Step.make(Rank.CREATE_TYPE, new CreateComposite(one), key(one)));
    }

    /** PostgreSQL cannot change the order of attributes. */
    private static List<Step> alter(CompositeType from, CompositeType to) {
        boolean same = Objects.equals(from.comment(), to.comment())
                && Set.copyOf(from.attributes()).equals(Set.copyOf(to.attributes()));
        return same ? List.of() : List.of(Step.alter(Rank.ALTER_TYPE, new AlterComposite(from, to), key(to)));
    }
}
