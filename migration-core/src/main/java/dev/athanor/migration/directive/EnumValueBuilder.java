package dev.athanor.migration.directive;

import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes where the value of an enum goes and, for the reverse, what the type is now and which columns use it.
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

    /** Sets {@code BEFORE}. */
    public EnumValueBuilder before(String neighbour) {
        place = new Place(true, neighbour);
        return this;
    }

    /** Sets {@code AFTER}. */
    public EnumValueBuilder after(String neighbour) {
        place = new Place(false, neighbour);
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
    public EnumValueBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    /** Lists the values that the type has now, in order. */
    public EnumValueBuilder existing(String... values) {
        existing = List.of(values);
        return this;
    }

    /** States the comment that the type has now. */
    public EnumValueBuilder existingComment(String text) {
        comment = text;
        return this;
    }

    /** Names a column of the type that has no default. */
    public EnumValueBuilder usedBy(String table, String column) {
        return usedBy(EnumColumn.of(naming.named(table), column));
    }

    /** Names a column of the type or of an array of it. */
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
