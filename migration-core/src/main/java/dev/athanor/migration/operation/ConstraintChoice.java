package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Constraint;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of constraint that a table can have.
 *
 * @since 0.1.0
 */
public sealed class ConstraintChoice permits TableBuilder {

    private final Naming naming;
    private final List<ConstraintBuilder<?>> chosen = new ArrayList<>();

    ConstraintChoice(Naming naming) {
        this.naming = naming;
    }

    /** {@code PRIMARY KEY}. */
    public KeyBuilder primaryKey(String... columns) {
        return add(new KeyBuilder(KeyBuilder.Kind.PRIMARY, columns));
    }

    /** {@code UNIQUE}. */
    public KeyBuilder unique(String... columns) {
        return add(new KeyBuilder(KeyBuilder.Kind.UNIQUE, columns));
    }

    /** {@code FOREIGN KEY}. */
    public ForeignKeyBuilder foreignKey(String... columns) {
        return add(new ForeignKeyBuilder(naming, columns));
    }

    /** {@code CHECK}, in SQL. */
    public CheckBuilder check(String expression) {
        return add(new CheckBuilder(expression));
    }

    /** {@code EXCLUDE}. */
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
