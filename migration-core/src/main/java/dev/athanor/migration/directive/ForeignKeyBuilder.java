package dev.athanor.migration.directive;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a foreign key.
 *
 * @since 0.1.0
 */
public final class ForeignKeyBuilder extends ConstraintBuilder<ForeignKeyBuilder> {

    private final Naming naming;
    private final List<String> columns;
    private @Nullable QualifiedName referencedTable;
    private List<String> referencedColumns = List.of();
    private List<String> onDeleteColumns = List.of();
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private boolean matchFull;
    private boolean validated = true;
    private boolean enforced = true;
    private boolean period;

    ForeignKeyBuilder(Naming naming, String... columns) {
        this.naming = naming;
        this.columns = List.of(columns);
    }

    /** Sets {@code REFERENCES}; without columns, the key references the primary key of the other table. */
    public ForeignKeyBuilder references(String table, String... otherColumns) {
        return references(naming.named(table), otherColumns);
    }

    /** Sets {@code REFERENCES} to a table in another schema. */
    public ForeignKeyBuilder references(QualifiedName table, String... otherColumns) {
        referencedTable = table;
        referencedColumns = List.of(otherColumns);
        return this;
    }

    /** Sets {@code ON DELETE}; if columns are given, only those are set (PostgreSQL 15). */
    public ForeignKeyBuilder onDelete(ReferentialAction action, String... setColumns) {
        onDelete = action;
        onDeleteColumns = List.of(setColumns);
        return this;
    }

    /** Sets {@code ON UPDATE}. */
    public ForeignKeyBuilder onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** Sets {@code MATCH FULL}. */
    public ForeignKeyBuilder matchFull() {
        matchFull = true;
        return this;
    }

    /** Sets {@code NOT VALID}: existing rows are not checked until the constraint is validated. */
    public ForeignKeyBuilder notValid() {
        validated = false;
        return this;
    }

    /** Sets {@code NOT ENFORCED}: no row is ever checked (PostgreSQL 18). */
    public ForeignKeyBuilder notEnforced() {
        enforced = false;
        return this;
    }

    /** Sets {@code PERIOD} of the last column on both sides, a range (PostgreSQL 18). */
    public ForeignKeyBuilder period() {
        period = true;
        return this;
    }

    /** Sets {@code DEFERRABLE}. */
    public ForeignKeyBuilder deferrable() {
        return deferred(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Sets {@code DEFERRABLE INITIALLY DEFERRED}. */
    public ForeignKeyBuilder initiallyDeferred() {
        return deferred(Deferrability.INITIALLY_DEFERRED);
    }

    @Override
    ForeignKeyBuilder self() {
        return this;
    }

    @Override
    Constraint build(String name) {
        if (referencedTable == null) {
            throw new MigrationException(
                    "Foreign key " + name + " refers to no table.", "Say which: .references(\"table\", \"column\").");
        }
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                matchFull,
                onUpdate,
                onDelete,
                onDeleteColumns,
                deferrability(),
                validated,
                enforced,
                period,
                comment());
    }

    @Override
    List<String> columnsForName(List<String> ofTable) {
        return columns;
    }

    @Override
    String suffix() {
        return "fkey";
    }
}
