package dev.athanor.migration.operation;

import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values an enum has, which it gets, and where it is used.
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

    /** The values that it has, in their order. */
    public EnumRebuildBuilder from(String... values) {
        from = List.of(values);
        return this;
    }

    /** The values that it gets, in their order. */
    public EnumRebuildBuilder to(String... values) {
        to = List.of(values);
        return this;
    }

    /** The comment that it has. */
    public EnumRebuildBuilder existingComment(String text) {
        existingComment = text;
        return this;
    }

    /** The comment that it gets. */
    public EnumRebuildBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** A column of the type, without a default. */
    public EnumRebuildBuilder usedBy(String table, String column) {
        return usedBy(EnumColumn.of(naming.named(table), column));
    }

    /** A column of the type or of its arrays. */
    public EnumRebuildBuilder usedBy(EnumColumn column) {
        columns.add(column);
        return this;
    }

    RebuildEnum operation(QualifiedName type) {
        return new RebuildEnum(new EnumType(type, from, existingComment), new EnumType(type, to, comment), columns);
    }
}
