package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import org.jspecify.annotations.Nullable;

/** What columns, constraints and indexes have in common. */
final class Parts {

    private Parts() {}

    static @Nullable String comment(Object part) {
        if (part instanceof Column column) {
            return column.comment();
        }
        return part instanceof Constraint constraint ? constraint.comment() : ((Index) part).comment();
    }
}
