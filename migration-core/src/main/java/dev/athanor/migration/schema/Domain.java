package dev.athanor.migration.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param type the type below it
 * @param collation its collation, where it is not the type's
 * @param checks its check constraints
 */
public record Domain(
        QualifiedName name,
        String type,
        @Nullable String collation,
        boolean nullable,
        @Nullable String defaultExpression,
        List<Constraint.Check> checks,
        @Nullable String comment)
        implements Comparable<Domain> {

    public Domain {
        checks = List.copyOf(checks);
    }

    @Override
    public int compareTo(Domain other) {
        return name.compareTo(other.name);
    }
}
