package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.ColumnValue.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats the actions of one {@code ALTER TABLE} for one column: the old value is dropped first, and the new one is set
 * last.
 */
final class ColumnActions {

    private final AlterColumn change;
    private final String start;
    private final boolean typeChanges;
    private final List<String> actions = new ArrayList<>();

    ColumnActions(AlterColumn change) {
        this.change = change;
        this.start = "ALTER COLUMN " + Names.of(change.column()) + " ";
        this.typeChanges = change.changes().stream().anyMatch(ColumnChange.Type.class::isInstance);
    }

    List<String> inOrder() {
        change.changes().forEach(this::addDrop);
        change.changes().forEach(this::addTypeAndNullability);
        change.changes().forEach(this::addSet);
        return actions;
    }

    private void add(String action) {
        actions.add(start + action);
    }

    private void addDrop(ColumnChange part) {
        if (part instanceof ColumnChange.DropIdentity) {
            add("DROP IDENTITY");
        } else if (part instanceof ColumnChange.DropExpression) {
            add("DROP EXPRESSION");
        } else if (part instanceof ColumnChange.Value value) {
            addDrop(value.from(), value.to());
        }
    }

    private void addDrop(@Nullable ColumnValue from, ColumnValue to) {
        if (from instanceof Identity && !(to instanceof Identity)) {
            add("DROP IDENTITY");
        } else if (from instanceof Generated && !(to instanceof Generated)) {
            add("DROP EXPRESSION");
        } else if (from instanceof Default || from == null) {
            addDropDefault(to);
        }
    }

    private void addDropDefault(ColumnValue to) {
        if (typeChanges || !(to instanceof Default)) {
            add("DROP DEFAULT");
        }
    }

    private void addTypeAndNullability(ColumnChange part) {
        if (part instanceof ColumnChange.Type type) {
            add("TYPE " + text(type.to()) + (type.using() == null ? "" : " USING " + type.using()));
        } else if (part instanceof ColumnChange.Nullability nullability) {
            add(nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        }
    }

    private static String text(ColumnType type) {
        return type.type() + ColumnText.collate(type.collation());
    }

    private void addSet(ColumnChange part) {
        if (!(part instanceof ColumnChange.Value value)) {
            return;
        }
        if (value.to() instanceof Default to) {
            add("SET DEFAULT " + to.expression());
        } else if (value.to() instanceof Generated to) {
            add("SET EXPRESSION AS (" + to.expression() + ")");
        } else if (value.to() instanceof Identity to) {
            addIdentity(value.from(), to);
        }
    }

    private void addIdentity(@Nullable ColumnValue from, Identity to) {
        if (!(from instanceof Identity before)) {
            add("ADD " + ColumnText.identity(to));
            return;
        }
        List<String> parts = new ArrayList<>();
        if (before.always() != to.always()) {
            parts.add("SET GENERATED " + ColumnText.when(to));
        }
        SequenceText.changes(before.options(), to.options())
                .forEach(clause -> parts.add(clause.equals(SequenceText.RESTART) ? clause : "SET " + clause));
        if (!parts.isEmpty()) {
            add(String.join(" ", parts));
        }
    }
}
