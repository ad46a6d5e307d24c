package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a primary key or a unique constraint.
 *
 * @since 0.1.0
 */
public final class KeyBuilder extends ConstraintBuilder<KeyBuilder> {

    /** Distinguishes a primary key from a unique constraint. */
    enum Kind {
        PRIMARY,
        UNIQUE
    }

    private final Kind kind;
    private final List<String> columns;
    private final List<String> include = new ArrayList<>();
    private boolean nullsNotDistinct;
    private boolean withoutOverlaps;

    KeyBuilder(Kind kind, String... columns) {
        this.kind = kind;
        this.columns = List.of(columns);
    }

    /** Sets {@code INCLUDE}. */
    public KeyBuilder include(String... more) {
        include.addAll(List.of(more));
        return this;
    }

    /** Sets {@code NULLS NOT DISTINCT} of a unique constraint (PostgreSQL 15). */
    public KeyBuilder nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Sets {@code WITHOUT OVERLAPS} of the last column, a range (PostgreSQL 18). */
    public KeyBuilder withoutOverlaps() {
        withoutOverlaps = true;
        return this;
    }

    /** Sets {@code DEFERRABLE}. */
    public KeyBuilder deferrable() {
        return deferred(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Sets {@code DEFERRABLE INITIALLY DEFERRED}. */
    public KeyBuilder initiallyDeferred() {
        return deferred(Deferrability.INITIALLY_DEFERRED);
    }

    boolean isPrimary() {
        return kind == Kind.PRIMARY;
    }

    List<String> columns() {
        return columns;
    }

    @Override
    KeyBuilder self() {
        return this;
    }

    @Override
    Constraint build(String name) {
        return isPrimary()
                ? new PrimaryKey(name, columns, include, withoutOverlaps, deferrability(), comment())
                : new Unique(name, columns, include, nullsNotDistinct, withoutOverlaps, deferrability(), comment());
    }

    @Override
    List<String> columnsForName(List<String> ofTable) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(include);
        return isPrimary() ? List.of() : all;
    }

    @Override
    String suffix() {
        return isPrimary() ? "pkey" : "key";
    }
}
