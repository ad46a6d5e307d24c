package dev.athanor.migration.diff;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;

/**
 * Reports that a table will have its columns in another order than wanted, which PostgreSQL cannot change.
 *
 * @param actual the order after all operations
 * @param wanted the wanted order
 * @since 0.1.0
 */
public record ColumnOrderDifference(QualifiedName table, List<String> actual, List<String> wanted) {

    public ColumnOrderDifference {
        actual = List.copyOf(actual);
        wanted = List.copyOf(wanted);
    }

    /** Returns the difference on one line. */
    @Override
    public String toString() {
        return "table " + table + ": columns in the order " + String.join(", ", actual) + " instead of "
                + String.join(", ", wanted);
    }
}
