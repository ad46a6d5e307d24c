package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
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

    /** Issues {@code CREATE SEQUENCE}, which counts from 1 in steps of 1. */
    default void createSequence(String name) {
        createSequence(name, sequence -> {});
    }

    /** Issues {@code CREATE SEQUENCE}: {@code op.createSequence("s", s -> s.start(100).ownedBy("users", "id"))}. */
    default void createSequence(String name, Consumer<SequenceBuilder> definition) {
        SequenceBuilder builder = builder(definition);
        invoke(new CreateSequence(builder.sequence(name), builder.existence()));
    }

    /** Issues {@code DROP SEQUENCE}; it has no reverse. */
    default void dropSequence(String name) {
        dropSequence(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP SEQUENCE}; it has no reverse. */
    default void dropSequence(String name, DropOptions options) {
        invoke(new DropSequence(named(name), null, options));
    }

    /** Issues {@code DROP SEQUENCE}; the reverse creates the object again from the definition. */
    default void dropSequence(String name, Consumer<SequenceBuilder> definition) {
        dropSequence(name, DropOptions.PLAIN, definition);
    }

    /** Issues {@code DROP SEQUENCE}; the reverse creates the object again from the definition. */
    default void dropSequence(String name, DropOptions options, Consumer<SequenceBuilder> definition) {
        invoke(new DropSequence(named(name), builder(definition).sequence(name), options));
    }

    /** Issues {@code ALTER SEQUENCE} to the complete new definition; it has no reverse. */
    default void alterSequence(String name, Consumer<SequenceBuilder> to) {
        invoke(new AlterSequence(named(name), null, builder(to).options()));
    }

    /** Issues {@code ALTER SEQUENCE}, which changes the sequence from one definition to the other. */
    default void alterSequence(String name, Consumer<SequenceBuilder> from, Consumer<SequenceBuilder> to) {
        invoke(new AlterSequence(
                named(name), builder(from).options(), builder(to).options()));
    }

    /** Issues {@code OWNED BY} for a sequence that no column owns. */
    default void setSequenceOwner(String name, String table, String column) {
        invoke(new SetSequenceOwner(named(name), null, new Sequence.Owner(named(table), column)));
    }

    /** Issues {@code OWNED BY NONE}; the reverse gives the sequence back to the column. */
    default void dropSequenceOwner(String name, String table, String column) {
        invoke(new SetSequenceOwner(named(name), new Sequence.Owner(named(table), column), null));
    }

    /**
     * Issues {@code OWNED BY}, which moves the sequence from one column to another or to {@code NONE}, in any schema.
     */
    default void changeSequenceOwner(String name, Consumer<SequenceBuilder> from, Consumer<SequenceBuilder> to) {
        invoke(new SetSequenceOwner(
                named(name),
                builder(from).sequence(name).ownedBy(),
                builder(to).sequence(name).ownedBy()));
    }

    /** Issues {@code ALTER SEQUENCE … RENAME TO}. */
    default void renameSequence(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.SEQUENCE, named(from)), to));
    }

    private SequenceBuilder builder(Consumer<SequenceBuilder> definition) {
        SequenceBuilder builder = new SequenceBuilder(this::named);
        definition.accept(builder);
        return builder;
    }
}
