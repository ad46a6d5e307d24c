package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.NotNull;
import java.util.List;

/**
 * Describes {@code NOT NULL} as a constraint with a name (PostgreSQL 18).
 *
 * @since 0.1.0
 */
public final class NotNullBuilder extends ConstraintBuilder<NotNullBuilder> {

    private final String column;
    private boolean noInherit;
    private boolean validated = true;

    NotNullBuilder(String column) {
        this.column = column;
    }

    /** Sets {@code NO INHERIT}. */
    public NotNullBuilder noInherit() {
        noInherit = true;
        return this;
    }

    /** Sets {@code NOT VALID}: existing rows are not checked until the constraint is validated. */
    public NotNullBuilder notValid() {
        validated = false;
        return this;
    }

    @Override
    NotNullBuilder self() {
        return this;
    }

    @Override
    Constraint build(String name) {
        return new NotNull(name, column, noInherit, validated, comment());
    }

    @Override
    List<String> columnsForName(List<String> ofTable) {
        return List.of(column);
    }

    @Override
    String suffix() {
        return "not_null";
    }
}
