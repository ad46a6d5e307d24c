package dev.athanor.migration.directive;

import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the values that an enum has, the values that it gets, and the columns that use it.
 *
 * @since 0.1.0
 */
public final class EnumRebuildBuilder {

    private final Naming naming;
    private final List<EnumColumn> columns = new ArrayList<>();
    private List<String> from = List.of();
    private List<String> to = List.of();
    private @Nullable String existingComment;
    private @Nullable String comment;

    EnumRebuildBuilder(Naming naming) {
        this.naming = naming;
    }

    /** Lists the values that the enum has now, in order. */
    public EnumRebuildBuilder from(String... values) {
        from = List.of(values);
        return this;
    }

    /** Lists the values that the enum gets, in order. */
    public EnumRebuildBuilder to(String... values) {
        to = List.of(values);
        return this;
    }

    /** States the comment that the enum has now. */
    public EnumRebuildBuilder existingComment(String text) {
        existingComment = text;
        return this;
    }

    /** Sets the comment that the enum gets. */
    public EnumRebuildBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** Names a column of the type that has no default. */
    public EnumRebuildBuilder usedBy(String table, String column) {
        return usedBy(EnumColumn.of(naming.named(table), column));
    }

    /** Names a column of the type or of an array of it. */
    public EnumRebuildBuilder usedBy(EnumColumn column) {
        columns.add(column);
        return this;
    }

    RebuildEnum operation(QualifiedName type) {
        return new RebuildEnum(new EnumType(type, from, existingComment), new EnumType(type, to, comment), columns);
    }
}
