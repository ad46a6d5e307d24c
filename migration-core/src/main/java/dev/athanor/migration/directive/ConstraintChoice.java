package dev.athanor.migration.directive;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Constraint;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers the kinds of constraint that a table can have.
 *
 * @since 0.1.0
 */
public sealed class ConstraintChoice permits TableBuilder {

    private final Naming naming;
    private final List<ConstraintBuilder<?>> chosen = new ArrayList<>();

    ConstraintChoice(Naming naming) {
        this.naming = naming;
    }

    /** Adds a primary key. */
    public KeyBuilder primaryKey(String... columns) {
        return add(new KeyBuilder(KeyBuilder.Kind.PRIMARY, columns));
    }

    /** Adds a unique constraint. */
    public KeyBuilder unique(String... columns) {
        return add(new KeyBuilder(KeyBuilder.Kind.UNIQUE, columns));
    }

    /** Adds a foreign key. */
    public ForeignKeyBuilder foreignKey(String... columns) {
        return add(new ForeignKeyBuilder(naming, columns));
    }

    /** Adds a check constraint; the expression is SQL. */
    public CheckBuilder check(String expression) {
        return add(new CheckBuilder(expression));
    }

    /** Adds {@code NOT NULL} as a constraint with a name (PostgreSQL 18). */
    public NotNullBuilder notNull(String column) {
        return add(new NotNullBuilder(column));
    }

    /** Adds an exclusion constraint. */
    public ExclusionBuilder exclude() {
        return add(new ExclusionBuilder());
    }

    private <B extends ConstraintBuilder<B>> B add(B builder) {
        chosen.add(builder);
        return builder;
    }

    List<ConstraintBuilder<?>> chosen() {
        return chosen;
    }

    Constraint only(String name) {
        if (chosen.size() != 1) {
            throw new MigrationException(
                    "Constraint " + name + " is described " + chosen.size() + " times.",
                    "Describe it once: c -> c.unique(\"…\").");
        }
        return chosen.get(0).build(name);
    }
}
