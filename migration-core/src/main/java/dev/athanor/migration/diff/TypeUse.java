package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what uses a type: columns, and other types that columns use. */
final class TypeUse {

    /** Names the type that every type can be converted to and from. */
    private static final String TEXT = "text";

    private final Schema schema;

    private TypeUse(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns whether a column holds values of a type inside other values: in arrays or composites. PostgreSQL does not
     * check such values when a domain changes, so it refuses the change.
     */
    static boolean isNested(QualifiedName type, Schema schema) {
        return new TypeUse(schema).isNested(type, false, new HashSet<>());
    }

    private boolean isNested(QualifiedName type, boolean inside, Set<QualifiedName> seen) {
        if (!seen.add(type)) {
            return false;
        }
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (TypeNames.is(column.type(), type) && (inside || TypeNames.isArray(column.type()))) {
                    return true;
                }
            }
        }
        for (Domain domain : schema.all(Domain.class)) {
            if (TypeNames.is(domain.type(), type)
                    && isNested(domain.name(), inside || TypeNames.isArray(domain.type()), seen)) {
                return true;
            }
        }
        return schema.all(CompositeType.class).stream()
                .filter(composite ->
                        composite.attributes().stream().anyMatch(attribute -> TypeNames.is(attribute.type(), type)))
                .anyMatch(composite -> isNested(composite.name(), true, seen));
    }

    /**
     * Returns the type that a column has while its own type or its collation is created again; empty if both stay. It is
     * the type below a domain, or text, which PostgreSQL converts exactly if nothing else can hold the values.
     */
    static Optional<String> between(Column column, Comparison comparison, Impacts impacts) {
        TypeUse use = new TypeUse(comparison.from());
        String type = column.type();
        Optional<String> below = isRebuiltEnum(type, comparison, impacts) ? Optional.empty() : use.below(type, impacts);
        String collation = column.collation();
        return below.or(() -> collation != null && use.isRecreated(ObjectKind.COLLATION, collation, impacts)
                ? Optional.of(type)
                : Optional.empty());
    }

    private boolean isRecreated(ObjectKind kind, String name, Impacts impacts) {
        return schema.all(ScriptedObject.class).stream()
                .map(ScriptedObject::object)
                .anyMatch(one -> one.kind() == kind && TypeNames.is(name, one.name()) && impacts.isRecreated(one));
    }

    /** Returns whether a type is an enum, or an array of it, whose columns the rebuild of the enum converts itself. */
    static boolean isRebuiltEnum(String type, Comparison comparison, Impacts impacts) {
        return comparison.from().all(EnumType.class).stream()
                .filter(one -> TypeNames.is(type, one.name()))
                .anyMatch(one -> impacts.of(one.object()) == Impact.ALTERED);
    }

    private Optional<String> below(String type, Impacts impacts) {
        Optional<Domain> domain = schema.all(Domain.class).stream()
                .filter(one -> TypeNames.is(type, one.name()) && impacts.isRecreated(one.object()))
                .findFirst();
        if (domain.isPresent()) {
            String base =
                    below(domain.get().type(), impacts).orElse(domain.get().type());
            if (!TypeNames.isArray(type)) {
                return Optional.of(base);
            }
            return Optional.of(TypeNames.isArray(base) || base.equals(TEXT) ? TEXT : base + "[]");
        }
        boolean recreated = schema.all(CompositeType.class).stream()
                        .anyMatch(one -> TypeNames.is(type, one.name()) && impacts.isRecreated(one.object()))
                || schema.all(EnumType.class).stream()
                        .anyMatch(one -> TypeNames.is(type, one.name()) && impacts.of(one.object()) == Impact.ALTERED);
        if (isRecreated(ObjectKind.BASE_TYPE, type, impacts) || isRecreated(ObjectKind.RANGE_TYPE, type, impacts)) {
            return Optional.of(TypeNames.isArray(type) ? TEXT + "[]" : TEXT);
        }
        return recreated ? Optional.of(TEXT) : Optional.empty();
    }

    /** Returns whether PostgreSQL assigns values of one type to the other in both directions, both being domains or not. */
    static boolean isAssigned(String some, @Nullable ColumnType other, Comparison comparison) {
        if (other == null || TypeNames.isArray(some) != TypeNames.isArray(other.type())) {
            return false;
        }
        Set<String> bases = new HashSet<>();
        for (Schema schema : List.of(comparison.from(), comparison.to())) {
            TypeUse use = new TypeUse(schema);
            bases.add(use.base(element(some)));
            bases.add(use.base(element(other.type())));
        }
        String first = bases.iterator().next();
        return !first.equals(TEXT)
                && bases.stream().allMatch(base -> base.equals(first) || TypeNames.areComparable(first, base));
    }

    private static String element(String type) {
        return TypeNames.isArray(type) ? type.substring(0, type.length() - 2) : type;
    }

    /** Returns the type below a domain, or the type itself. */
    static String base(String type, Schema schema) {
        return new TypeUse(schema).base(type);
    }

    private String base(String type) {
        return schema.all(Domain.class).stream()
                .filter(domain -> TypeNames.is(type, domain.name()) && !TypeNames.isArray(type))
                .findFirst()
                .map(domain -> base(domain.type()))
                .orElse(type);
    }
}
