package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
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

    /** Issues {@code CREATE TYPE … AS ENUM}. */
    default void createEnum(String name, String... values) {
        invoke(new CreateEnum(new EnumType(named(name), List.of(values), null)));
    }

    /** Issues {@code CREATE TYPE … AS ENUM}, with a comment. */
    default void createEnum(String name, List<String> values, String comment) {
        invoke(new CreateEnum(new EnumType(named(name), values, comment)));
    }

    /** Issues {@code DROP TYPE}; it has no reverse. */
    default void dropEnum(String name) {
        dropEnum(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP TYPE}; the reverse creates the enum from its values, if they are given. */
    default void dropEnum(String name, DropOptions options, String... values) {
        EnumType definition = values.length == 0 ? null : new EnumType(named(name), List.of(values), null);
        invoke(new DropEnum(named(name), definition, options));
    }

    /** Issues {@code DROP TYPE}; the reverse creates the enum from its values. */
    default void dropEnum(String name, String... values) {
        dropEnum(name, DropOptions.PLAIN, values);
    }

    /** Issues {@code DROP TYPE}; the reverse creates the enum from its values, even if the list is empty. */
    default void dropEnum(String name, DropOptions options, List<String> values) {
        invoke(new DropEnum(named(name), new EnumType(named(name), values, null), options));
    }

    /** Issues {@code DROP TYPE}; the reverse creates the enum from its values and its comment. */
    default void dropEnum(String name, DropOptions options, List<String> values, String comment) {
        invoke(new DropEnum(named(name), new EnumType(named(name), values, comment), options));
    }

    /** Issues {@code ALTER TYPE … ADD VALUE} at the end of the values; it has no reverse. */
    default void addEnumValue(String type, String value) {
        addEnumValue(type, value, where -> {});
    }

    /**
     * Issues {@code ALTER TYPE … ADD VALUE}: {@code op.addEnumValue("mood", "ok", v -> v.after("sad"))}. The reverse
     * needs the existing values and the columns of the type.
     */
    default void addEnumValue(String type, String value, Consumer<EnumValueBuilder> where) {
        EnumValueBuilder builder = new EnumValueBuilder(this::named);
        where.accept(builder);
        invoke(builder.operation(named(type), value));
    }

    /** Issues {@code ALTER TYPE … RENAME VALUE}. */
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
