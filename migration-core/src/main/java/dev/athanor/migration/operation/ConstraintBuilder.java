package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Deferrability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all constraints have.
 *
 * @param <B> itself
 * @since 0.1.0
 */
public abstract sealed class ConstraintBuilder<B extends ConstraintBuilder<B>>
        permits KeyBuilder, ForeignKeyBuilder, CheckBuilder, ExclusionBuilder {

    private @Nullable String name;
    private @Nullable String comment;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

    ConstraintBuilder() {}

    abstract B self();

    abstract Constraint build(String ownName);

    abstract List<String> columnsForName(List<String> ofTable);

    abstract String suffix();

    /** A name of its own, in place of the one that PostgreSQL would give. */
    public B named(String ownName) {
        name = ownName;
        return self();
    }

    /** {@code COMMENT ON CONSTRAINT}. */
    public B comment(String text) {
        comment = text;
        return self();
    }

    B deferred(Deferrability when) {
        deferrability = when;
        return self();
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String comment() {
        return comment;
    }

    Deferrability deferrability() {
        return deferrability;
    }

    Constraint build(AutoNames names, List<String> ofTable) {
        return build(name == null ? names.next(columnsForName(ofTable), suffix()) : name);
    }
}
