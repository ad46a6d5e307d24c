package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Deferrability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what every kind of constraint has.
 *
 * @param <B> the type of the builder itself
 * @since 0.1.0
 */
public abstract sealed class ConstraintBuilder<B extends ConstraintBuilder<B>>
        permits KeyBuilder, ForeignKeyBuilder, CheckBuilder, ExclusionBuilder, NotNullBuilder {

    private @Nullable String name;
    private @Nullable String comment;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

    ConstraintBuilder() {}

    abstract B self();

    abstract Constraint build(String ownName);

    abstract List<String> columnsForName(List<String> ofTable);

    abstract String suffix();

    /** Names the constraint, instead of the name that PostgreSQL would choose. */
    public B named(String ownName) {
        name = ownName;
        return self();
    }

    /** Sets the comment ({@code COMMENT ON CONSTRAINT}). */
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
