package dev.athanor.migration.directive;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Constraint;
import java.util.List;
import java.util.function.Consumer;

/**
 * Directives for constraints.
 *
 * @since 0.1.0
 */
public interface ConstraintDirectives extends DirectiveSink {

    /** Issues {@code ADD CONSTRAINT … PRIMARY KEY}. */
    default void createPrimaryKey(String name, String table, String... columns) {
        createConstraint(name, table, constraint -> constraint.primaryKey(columns));
    }

    /** Issues {@code ADD CONSTRAINT … UNIQUE}. */
    default void createUniqueConstraint(String name, String table, String... columns) {
        createConstraint(name, table, constraint -> constraint.unique(columns));
    }

    /** Issues {@code ADD CONSTRAINT … FOREIGN KEY}. */
    default void createForeignKey(
            String name, String table, String referenced, List<String> columns, List<String> referencedColumns) {
        createForeignKey(name, table, referenced, columns, referencedColumns, key -> {});
    }

    /** Issues {@code ADD CONSTRAINT … FOREIGN KEY}, with actions, {@code NOT VALID} and other options. */
    default void createForeignKey(
            String name,
            String table,
            String referenced,
            List<String> columns,
            List<String> referencedColumns,
            Consumer<ForeignKeyBuilder> more) {
        createConstraint(
                name,
                table,
                constraint -> more.accept(constraint
                        .foreignKey(columns.toArray(String[]::new))
                        .references(referenced, referencedColumns.toArray(String[]::new))));
    }

    /** Issues {@code ADD CONSTRAINT … CHECK} with a condition in SQL. */
    default void createCheckConstraint(String name, String table, String condition) {
        createConstraint(name, table, constraint -> constraint.check(condition));
    }

    /** Issues {@code ADD CONSTRAINT … CHECK}, with {@code NOT VALID} and other options. */
    default void createCheckConstraint(String name, String table, String condition, Consumer<CheckBuilder> more) {
        createConstraint(name, table, constraint -> more.accept(constraint.check(condition)));
    }

    /** Issues {@code ADD CONSTRAINT … EXCLUDE}. */
    default void createExcludeConstraint(String name, String table, Consumer<ExclusionBuilder> definition) {
        createConstraint(name, table, constraint -> definition.accept(constraint.exclude()));
    }

    /**
     * Issues {@code ADD CONSTRAINT}:
     * {@code op.createConstraint("c", "users", c -> c.unique("name").nullsNotDistinct())}.
     */
    default void createConstraint(String name, String table, Consumer<ConstraintChoice> definition) {
        invoke(new AddConstraint(named(table), constraint(name, definition)));
    }

    /** Issues {@code DROP CONSTRAINT}; it has no reverse. */
    default void dropConstraint(String name, String table) {
        dropConstraint(name, table, DropOptions.PLAIN);
    }

    /** Issues {@code DROP CONSTRAINT}; it has no reverse. */
    default void dropConstraint(String name, String table, DropOptions options) {
        invoke(new DropConstraint(named(table), name, null, options));
    }

    /** Issues {@code DROP CONSTRAINT}; the reverse creates the object again from the definition. */
    default void dropConstraint(String name, String table, Consumer<ConstraintChoice> definition) {
        dropConstraint(name, table, DropOptions.PLAIN, definition);
    }

    /** Issues {@code DROP CONSTRAINT}; the reverse creates the object again from the definition. */
    default void dropConstraint(String name, String table, DropOptions options, Consumer<ConstraintChoice> definition) {
        invoke(new DropConstraint(named(table), name, constraint(name, definition), options));
    }

    /** Replaces a constraint by another one of the same name, in one statement. */
    default void replaceConstraint(
            String name, String table, Consumer<ConstraintChoice> from, Consumer<ConstraintChoice> to) {
        invoke(new ReplaceConstraint(named(table), constraint(name, from), constraint(name, to)));
    }

    /** Issues {@code VALIDATE CONSTRAINT}, which has no reverse without the definition. */
    default void validateConstraint(String name, String table) {
        invoke(new ValidateConstraint(named(table), name, null));
    }

    /** Issues {@code VALIDATE CONSTRAINT}; the reverse uses the definition. */
    default void validateConstraint(String name, String table, Consumer<ConstraintChoice> definition) {
        invoke(new ValidateConstraint(named(table), name, constraint(name, definition)));
    }

    /** Issues {@code RENAME CONSTRAINT}. */
    default void renameConstraint(String table, String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.CONSTRAINT, named(table), from), to));
    }

    private Constraint constraint(String name, Consumer<ConstraintChoice> definition) {
        ConstraintChoice choice = new ConstraintChoice(this::named);
        definition.accept(choice);
        return choice.only(name);
    }
}
