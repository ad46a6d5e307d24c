package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to an enum type.
 *
 * @since 0.1.0
 */
public sealed interface EnumOperation extends TypeOperation {

    /** Returns the visitor's answer for this kind of enum operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(TypeOperation.Visitor<R> visitor) {
        return visitor.enumType(this);
    }

    /**
     * Answers for each kind of enum operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateEnum}. */
        R createEnum(CreateEnum operation);

        /** Answers for {@link DropEnum}. */
        R dropEnum(DropEnum operation);

        /** Answers for {@link AddEnumValue}. */
        R addEnumValue(AddEnumValue operation);

        /** Answers for {@link RenameEnumValue}. */
        R renameEnumValue(RenameEnumValue operation);

        /** Answers for {@link RebuildEnum}. */
        R rebuildEnum(RebuildEnum operation);
    }

    /** Represents {@code CREATE TYPE … AS ENUM}, with the comment. */
    record CreateEnum(EnumType type) implements EnumOperation {

        @Override
        public Operation reverse() {
            return new DropEnum(type.name(), type, DropOptions.PLAIN);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createEnum(this);
        }
    }

    /**
     * Represents {@code DROP TYPE} of an enum.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropEnum(QualifiedName name, @Nullable EnumType definition, DropOptions options) implements EnumOperation {

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping type " + name,
                        "its list of values",
                        Call.to("dropEnum", name.name(), "value", "…").text());
            }
            return new CreateEnum(definition);
        }

        @Override
        public boolean destructive() {
            return options.cascade();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropEnum(this);
        }
    }

    /**
     * Represents {@code ALTER TYPE … ADD VALUE}. The value cannot be used in the transaction that adds it.
     *
     * @param place the position of the value; null for the end
     * @param undo the reverse: the type rebuilt without the value
     */
    record AddEnumValue(
            QualifiedName type,
            String value,
            @Nullable Place place,
            Existence existence,
            @Nullable RebuildEnum undo) implements EnumOperation {

        /** Creates the addition of a value at the end, without a reverse. */
        public AddEnumValue(QualifiedName type, String value) {
            this(type, value, null, Existence.EXPECTED, null);
        }

        /**
         * Creates an addition with its reverse.
         *
         * @param before the type as it is without the value
         * @param columns the columns that use the type
         */
        public static AddEnumValue to(EnumType before, String value, @Nullable Place place, List<EnumColumn> columns) {
            List<String> after = new ArrayList<>(before.values());
            after.add(place == null ? after.size() : place.index(after), value);
            EnumType whole = new EnumType(before.name(), after, before.comment());
            return new AddEnumValue(
                    before.name(), value, place, Existence.EXPECTED, new RebuildEnum(whole, before, columns));
        }

        @Override
        public Operation reverse() {
            if (undo == null) {
                throw IrreversibleOperationException.missing(
                        "Adding value '" + value + "' to type " + type,
                        "which values it had and which columns use it (PostgreSQL drops no value: the type is built anew)",
                        Call.to("addEnumValue", type.name(), value)
                                .lambda("v -> v.existing(\"…\").usedBy(\"table\", \"column\")")
                                .text());
            }
            return undo;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addEnumValue(this);
        }
    }

    /**
     * Describes the position of a value.
     *
     * @param before whether the value goes before its neighbour or after it
     */
    record Place(boolean before, String neighbour) {

        int index(List<String> values) {
            int index = values.indexOf(neighbour);
            if (index < 0) {
                throw new MigrationException(
                        "Value '" + neighbour + "' is not among " + values + ".",
                        "Name one of those as the neighbour.");
            }
            return before ? index : index + 1;
        }
    }

    /** Represents {@code ALTER TYPE … RENAME VALUE}. */
    record RenameEnumValue(QualifiedName type, String from, String to) implements EnumOperation {

        @Override
        public Operation reverse() {
            return new RenameEnumValue(type, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnumValue(this);
        }
    }

    /**
     * Drops or moves values: a new type takes the name, the columns go over to it by their text, the old one is
     * dropped.
     * Fails where a row holds a value that is no more.
     *
     * @param columns those that use the type
     */
    record RebuildEnum(EnumType from, EnumType to, List<EnumColumn> columns) implements EnumOperation {

        public RebuildEnum {
            columns = List.copyOf(columns);
            if (!from.name().equals(to.name())) {
                throw new MigrationException(
                        "Rebuilding type " + from.name() + " cannot make it type " + to.name() + ".",
                        "Rename it first, and rebuild it under its new name.");
            }
            if (new HashSet<>(to.values()).size() < to.values().size()) {
                throw new MigrationException(
                        "Type " + to.name() + " would have a value twice: " + to.values() + ".",
                        "Name each value once.");
            }
        }

        @Override
        public Operation reverse() {
            return new RebuildEnum(to, from, columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rebuildEnum(this);
        }
    }

    /**
     * Represents a column that uses an enum type.
     *
     * @param array whether the column holds arrays of the type
     * @param defaultExpression its default, in SQL
     */
    record EnumColumn(
            QualifiedName table,
            String column,
            boolean array,
            @Nullable String defaultExpression) {

        /** Creates a column without a default. */
        public static EnumColumn of(QualifiedName table, String column) {
            return new EnumColumn(table, column, false, null);
        }
    }
}
