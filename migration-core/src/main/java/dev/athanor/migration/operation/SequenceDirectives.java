package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SequenceOperation.DropSequence;
import dev.athanor.migration.operation.SequenceOperation.SetSequenceOwner;
import dev.athanor.migration.schema.Sequence;
import java.util.function.Consumer;

/**
 * Directives for sequences.
 *
 * @since 0.1.0
 */
public interface SequenceDirectives extends DirectiveSink {

    /** {@code CREATE SEQUENCE}: from 1 in steps of 1. */
    default void createSequence(String name) {
        createSequence(name, sequence -> {});
    }

    /** {@code CREATE SEQUENCE}: {@code op.createSequence("s", s -> s.start(100).ownedBy("users", "id"))}. */
    default void createSequence(String name, Consumer<SequenceBuilder> definition) {
        SequenceBuilder builder = builder(definition);
        invoke(new CreateSequence(builder.sequence(name), builder.existence()));
    }

    /** {@code DROP SEQUENCE}, without a way back. */
    default void dropSequence(String name) {
        dropSequence(name, DropOptions.PLAIN);
    }

    /** {@code DROP SEQUENCE}, without a way back. */
    default void dropSequence(String name, DropOptions options) {
        invoke(new DropSequence(named(name), null, options));
    }

    /** {@code DROP SEQUENCE}; the definition, as it was created, is the way back. */
    default void dropSequence(String name, Consumer<SequenceBuilder> definition) {
        dropSequence(name, DropOptions.PLAIN, definition);
    }

    /** {@code DROP SEQUENCE}; the definition, as it was created, is the way back. */
    default void dropSequence(String name, DropOptions options, Consumer<SequenceBuilder> definition) {
        invoke(new DropSequence(named(name), builder(definition).sequence(name), options));
    }

    /** {@code ALTER SEQUENCE}: to what it becomes, in every respect; without a way back. */
    default void alterSequence(String name, Consumer<SequenceBuilder> to) {
        invoke(new AlterSequence(named(name), null, builder(to).options()));
    }

    /** {@code ALTER SEQUENCE}: from what it is to what it becomes. */
    default void alterSequence(String name, Consumer<SequenceBuilder> from, Consumer<SequenceBuilder> to) {
        invoke(new AlterSequence(
                named(name), builder(from).options(), builder(to).options()));
    }

    /** {@code OWNED BY}: of a sequence that no column has. */
    default void setSequenceOwner(String name, String table, String column) {
        invoke(new SetSequenceOwner(named(name), null, new Sequence.Owner(named(table), column)));
    }

    /** {@code OWNED BY NONE}; the column that had it is the way back. */
    default void dropSequenceOwner(String name, String table, String column) {
        invoke(new SetSequenceOwner(named(name), new Sequence.Owner(named(table), column), null));
    }

    /** {@code OWNED BY}: from one column to another, or {@code NONE}, of any schema. */
    default void changeSequenceOwner(String name, Consumer<SequenceBuilder> from, Consumer<SequenceBuilder> to) {
        invoke(new SetSequenceOwner(
                named(name),
                builder(from).sequence(name).ownedBy(),
                builder(to).sequence(name).ownedBy()));
    }

    /** {@code ALTER SEQUENCE … RENAME TO}. */
    default void renameSequence(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.SEQUENCE, named(from)), to));
    }

    private SequenceBuilder builder(Consumer<SequenceBuilder> definition) {
        SequenceBuilder builder = new SequenceBuilder(this::named);
        definition.accept(builder);
        return builder;
    }
}
