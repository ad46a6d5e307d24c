package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Determines how a change of a column reaches the tables that inherit it. */
record InheritedChanges(Inheritance before, Inheritance after) {

    static InheritedChanges of(Comparison comparison) {
        return new InheritedChanges(new Inheritance(comparison.from()), new Inheritance(comparison.to()));
    }

    /** Returns whether a table has parents or children on both sides or on one. */
    boolean has(QualifiedName table) {
        return before.has(table) || after.has(table);
    }

    /** Returns whether a parent passes the column on, before and after. */
    boolean isInherited(QualifiedName table, String column) {
        return before.isInherited(table, column) && after.isInherited(table, column);
    }

    /** Returns whether each table that inherits the column has the same default as this one, before and after. */
    boolean isUniform(QualifiedName table, String column) {
        return Stream.concat(before.descendants(table).stream(), after.descendants(table).stream())
                .allMatch(child -> same(before, table, child, column) && same(after, table, child, column));
    }

    private static boolean same(Inheritance side, QualifiedName table, QualifiedName child, String column) {
        Optional<ColumnValue> own = side.effective(table, column)
                .map(Column::value)
                .filter(value -> !(value instanceof ColumnValue.Identity));
        Optional<ColumnValue> inherited = side.effective(child, column).map(Column::value);
        return own.isEmpty() || inherited.isEmpty() || own.equals(inherited);
    }

    /** Returns whether the column has different defaults in the tables from which this one inherits it, or below it. */
    boolean isMixed(QualifiedName table, String column) {
        return !isUniform(table, column)
                || before.parents(table).stream()
                        .anyMatch(parent -> before.effective(parent, column).isPresent() && isMixed(parent, column));
    }

    /** Returns whether a child has {@code NOT NULL} of its own on the column, before and after. */
    boolean keepsNotNull(QualifiedName table, String column) {
        return before.descendants(table).stream()
                .anyMatch(child -> isNotNull(before, child, column) && isNotNull(after, child, column));
    }

    private static boolean isNotNull(Inheritance side, QualifiedName table, String column) {
        return side.listed(table, column).filter(one -> !one.nullable()).isPresent();
    }

    /** Returns whether the change of a parent changes the default of the column here too. */
    boolean follows(QualifiedName table, String column) {
        return isInherited(table, column)
                && before.parents(table).stream()
                        .anyMatch(parent -> changesDefault(parent, column)
                                && (follows(parent, column) || isUniform(parent, column)));
    }

    boolean changesDefault(QualifiedName table, String column) {
        return !before.effective(table, column)
                .map(Column::value)
                .equals(after.effective(table, column).map(Column::value));
    }
}
