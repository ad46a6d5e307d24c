package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Determines the changes that turn one column into another. */
final class ColumnAlteration {

    private ColumnAlteration() {}

    static boolean sameType(Column from, Column to) {
        return from.type().equals(to.type()) && Objects.equals(from.collation(), to.collation());
    }

    /**
     * Returns whether the old value of the column must be removed before the new one is set, because the sequence of an
     * identity may have the other sequence's name, and because what an expression needs may be dropped.
     */
    static boolean changesKind(Column from, Column to) {
        return KeptValues.areKept(from, to)
                || !from.value().equals(ColumnValue.NONE)
                        && from.value() instanceof Identity != to.value() instanceof Identity;
    }

    static List<ColumnChange> changes(Column from, Column to) {
        List<ColumnChange> changes = new ArrayList<>();
        boolean sameType = sameType(from, to);
        if (!sameType) {
            changes.add(type(from, to));
        }
        if (from.nullable() != to.nullable()) {
            changes.add(new ColumnChange.Nullability(to.nullable()));
        }
        if (!from.value().equals(to.value()) || !sameType && to.value() instanceof ColumnValue.Default) {
            changes.add(new ColumnChange.Value(from.value(), to.value()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            changes.add(new ColumnChange.Comment(from.comment(), to.comment()));
        }
        return changes;
    }

    private static ColumnChange type(Column from, Column to) {
        String name = new Identifier(to.name()).quotedIfNeeded();
        return new ColumnChange.Type(
                new ColumnType(from.type(), from.collation()),
                new ColumnType(to.type(), to.collation()),
                TypeNames.conversion(name, from.type(), to.type()),
                TypeNames.conversion(name, to.type(), from.type()));
    }
}
