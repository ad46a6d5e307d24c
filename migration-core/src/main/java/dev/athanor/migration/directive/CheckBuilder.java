package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import java.util.List;

/**
 * Describes a check constraint.
 *
 * @since 0.1.0
 */
public final class CheckBuilder extends ConstraintBuilder<CheckBuilder> {

    private final String expression;
    private boolean noInherit;
    private boolean validated = true;
    private boolean enforced = true;

    CheckBuilder(String expression) {
        this.expression = expression;
    }

    /** Sets {@code NO INHERIT}. */
    public CheckBuilder noInherit() {
        noInherit = true;
        return this;
    }

    /** Sets {@code NOT VALID}: existing rows are not checked until the constraint is validated. */
    public CheckBuilder notValid() {
        validated = false;
        return this;
    }

    /** Sets {@code NOT ENFORCED}: no row is ever checked (PostgreSQL 18). */
    public CheckBuilder notEnforced() {
        enforced = false;
        return this;
    }

    @Override
    CheckBuilder self() {
        return this;
    }

    @Override
    Constraint build(String name) {
        return new Check(name, expression, noInherit, validated, enforced, comment());
    }

    @Override
    List<String> columnsForName(List<String> ofTable) {
        return AutoNames.readBy(expression, ofTable);
    }

    @Override
    String suffix() {
        return "check";
    }
}
