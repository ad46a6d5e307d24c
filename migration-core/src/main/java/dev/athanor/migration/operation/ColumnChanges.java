package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Holds what the changes of one column have in common. */
final class ColumnChanges {

    private static final List<Class<? extends ColumnChange>> ORDER = List.of(
            ColumnChange.Type.class,
            ColumnChange.Nullability.class,
            ColumnChange.Value.class,
            ColumnChange.Comment.class);

    private ColumnChanges() {}

    static List<ColumnChange> between(Column from, Column to) {
        List<ColumnChange> changes = new ArrayList<>();
        ColumnType before = new ColumnType(from.type(), from.collation());
        ColumnType after = new ColumnType(to.type(), to.collation());
        boolean typeChanges = !before.equals(after);
        if (typeChanges) {
            changes.add(new ColumnChange.Type(before, after));
        }
        if (from.nullable() != to.nullable()) {
            changes.add(new ColumnChange.Nullability(to.nullable()));
        }
        if (!from.value().equals(to.value()) || typeChanges && to.value() instanceof ColumnValue.Default) {
            changes.add(new ColumnChange.Value(from.value(), to.value()));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            changes.add(new ColumnChange.Comment(from.comment(), to.comment()));
        }
        return changes;
    }

    static List<ColumnChange> inOrder(List<ColumnChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparingInt(change -> ORDER.indexOf(kind(change))))
                .toList();
    }

    static void check(QualifiedName table, String column, List<ColumnChange> changes) {
        if (changes.isEmpty()) {
            throw new MigrationException(
                    "Altering column " + table + "." + column + " changes nothing.",
                    "Say what changes: " + call(table, column, "type(\"…\")") + ".");
        }
        checkKinds(table, column, changes);
        changes.forEach(change -> checkGenerated(table, column, change));
    }

    private static void checkKinds(QualifiedName table, String column, List<ColumnChange> changes) {
        Set<Class<? extends ColumnChange>> kinds = new HashSet<>();
        for (ColumnChange change : changes) {
            if (!kinds.add(kind(change))) {
                throw new MigrationException(
                        "Altering column " + table + "." + column + " changes the same thing twice.",
                        "Alter it once for each, in the order that you want.");
            }
        }
    }

    private static Class<? extends ColumnChange> kind(ColumnChange change) {
        return change instanceof ColumnChange.DropIdentity || change instanceof ColumnChange.DropExpression
                ? ColumnChange.Value.class
                : change.getClass();
    }

    private static void checkGenerated(QualifiedName table, String column, ColumnChange change) {
        if (change instanceof ColumnChange.Value value
                && value.to() instanceof ColumnValue.Generated to
                && !(value.from() instanceof ColumnValue.Generated from && from.stored() == to.stored())) {
            throw neverGenerated(table, column);
        }
    }

    static IrreversibleOperationException neverGenerated(QualifiedName table, String column) {
        return new IrreversibleOperationException(
                "Column " + table + "." + column
                        + " cannot become generated: PostgreSQL generates a column from its creation on, or never.",
                "Drop it and add it anew: "
                        + Call.to("addColumn", table.name(), column, "type")
                                .lambda("c -> c.generatedAs(\"…\")")
                                .text()
                        + ".");
    }

    static IrreversibleOperationException irreversible(
            QualifiedName table, String column, String missing, String existing) {
        return IrreversibleOperationException.missing(
                "Altering column " + table + "." + column, "its existing " + missing, call(table, column, existing));
    }

    private static String call(QualifiedName table, String column, String how) {
        return Call.to("alterColumn", table.name(), column)
                .lambda("c -> c." + how)
                .text();
    }
}
