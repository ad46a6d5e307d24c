package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Represents a domain.
 *
 * @param type the base type
 * @param collation the collation, if it is not the collation of the type
 * @param checks the check constraints
 * @since 0.1.0
 */
public record Domain(
        QualifiedName name,
        String type,
        @Nullable String collation,
        boolean nullable,
        @Nullable String defaultExpression,
        List<Constraint.Check> checks,
        @Nullable String comment)
        implements Definition {

    public Domain {
        checks = List.copyOf(checks);
    }

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.DOMAIN, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.domain(this);
    }

    @Override
    public Domain withComment(@Nullable String other) {
        return new Domain(name, type, collation, nullable, defaultExpression, checks, other);
    }
}
