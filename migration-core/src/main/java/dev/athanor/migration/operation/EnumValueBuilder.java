package dev.athanor.migration.operation;

import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of an enum goes, and, for the way back, what the type is and where it is used.
 *
 * @since 0.1.0
 */
public final class EnumValueBuilder {

    private final Naming naming;
    private final List<EnumColumn> columns = new ArrayList<>();
    private Existence existence = Existence.EXPECTED;
    private @Nullable Place place;
    private @Nullable List<String> existing;
    private @Nullable String comment;

    EnumValueBuilder(Naming naming) {
        this.naming = naming;
    }

    /** {@code BEFORE}. */
    public EnumValueBuilder before(String neighbour) {
        place = new Place(true, neighbour);
        return this;
    }

    /** {@code AFTER}. */
    public EnumValueBuilder after(String neighbour) {
        place = new Place(false, neighbour);
        return this;
    }

    /** {@code IF NOT EXISTS}. */
    public EnumValueBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    /** The values that the type has, in their order. */
    public EnumValueBuilder existing(String... values) {
        existing = List.of(values);
        return this;
    }

    /** The comment that the type has. */
    public EnumValueBuilder existingComment(String text) {
        comment = text;
        return this;
    }

    /** A column of the type, without a default. */
    public EnumValueBuilder usedBy(String table, String column) {
        return usedBy(EnumColumn.of(naming.named(table), column));
    }

    /** A column of the type or of its arrays. */
    public EnumValueBuilder usedBy(EnumColumn column) {
        columns.add(column);
        return this;
    }

    AddEnumValue operation(QualifiedName type, String value) {
        return new AddEnumValue(type, value, place, existence, undo(type, value));
    }

    private @Nullable RebuildEnum undo(QualifiedName type, String value) {
        return existing == null
                ? null
                : AddEnumValue.to(new EnumType(type, existing, comment), value, place, columns)
                        .undo();
    }
}
