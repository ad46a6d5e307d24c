package dev.athanor.migration.operation;

import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.RenameEnumValue;
import dev.athanor.migration.schema.EnumType;
import java.util.List;
import java.util.function.Consumer;

/**
 * Directives for enum types.
 *
 * @since 0.1.0
 */
public interface EnumDirectives extends DirectiveSink {

    /** {@code CREATE TYPE … AS ENUM}. */
    default void createEnum(String name, String... values) {
        invoke(new CreateEnum(new EnumType(named(name), List.of(values), null)));
    }

    /** {@code CREATE TYPE … AS ENUM}, with a comment. */
    default void createEnum(String name, List<String> values, String comment) {
        invoke(new CreateEnum(new EnumType(named(name), values, comment)));
    }

    /** {@code DROP TYPE}, without a way back. */
    default void dropEnum(String name) {
        dropEnum(name, DropOptions.PLAIN);
    }

    /** {@code DROP TYPE}; its values, if given, are the way back. */
    default void dropEnum(String name, DropOptions options, String... values) {
        EnumType definition = values.length == 0 ? null : new EnumType(named(name), List.of(values), null);
        invoke(new DropEnum(named(name), definition, options));
    }

    /** {@code DROP TYPE}; its values are the way back. */
    default void dropEnum(String name, String... values) {
        dropEnum(name, DropOptions.PLAIN, values);
    }

    /** {@code DROP TYPE}; its values, even if there are none, are the way back. */
    default void dropEnum(String name, DropOptions options, List<String> values) {
        invoke(new DropEnum(named(name), new EnumType(named(name), values, null), options));
    }

    /** {@code DROP TYPE}; its values and comment are the way back. */
    default void dropEnum(String name, DropOptions options, List<String> values, String comment) {
        invoke(new DropEnum(named(name), new EnumType(named(name), values, comment), options));
    }

    /** {@code ALTER TYPE … ADD VALUE} at the end, without a way back. */
    default void addEnumValue(String type, String value) {
        addEnumValue(type, value, where -> {});
    }

    /**
     * {@code ALTER TYPE … ADD VALUE}: {@code op.addEnumValue("mood", "ok", v -> v.after("sad"))}. What it has and where it is
     * used is the way back.
     */
    default void addEnumValue(String type, String value, Consumer<EnumValueBuilder> where) {
        EnumValueBuilder builder = new EnumValueBuilder(this::named);
        where.accept(builder);
        invoke(builder.operation(named(type), value));
    }

    /** {@code ALTER TYPE … RENAME VALUE}. */
    default void renameEnumValue(String type, String from, String to) {
        invoke(new RenameEnumValue(named(type), from, to));
    }

    /** Drops or moves values of an enum, by building it anew. */
    default void rebuildEnum(String type, Consumer<EnumRebuildBuilder> change) {
        EnumRebuildBuilder builder = new EnumRebuildBuilder(this::named);
        change.accept(builder);
        invoke(builder.operation(named(type)));
    }
}
