package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a sequence.
 *
 * @since 0.1.0
 */
public sealed interface SequenceOperation extends Operation {

    /** Returns the visitor's answer for this kind of sequence operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.sequence(this);
    }

    /**
     * Answers for each kind of sequence operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateSequence}. */
        R createSequence(CreateSequence operation);

        /** Answers for {@link DropSequence}. */
        R dropSequence(DropSequence operation);

        /** Answers for {@link AlterSequence}. */
        R alterSequence(AlterSequence operation);

        /** Answers for {@link SetSequenceOwner}. */
        R setSequenceOwner(SetSequenceOwner operation);
    }

    /** Represents {@code CREATE SEQUENCE}, with the comment. */
    record CreateSequence(Sequence sequence, Existence existence) implements SequenceOperation {

        /** Creates the creation of a sequence that must not exist yet. */
        public CreateSequence(Sequence sequence) {
            this(sequence, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropSequence(sequence.name(), sequence, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }
    }

    /**
     * Represents {@code DROP SEQUENCE}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropSequence(QualifiedName name, @Nullable Sequence definition, DropOptions options)
            implements SequenceOperation {

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping sequence " + name,
                        "its definition",
                        Call.to("dropSequence", name.name()).lambda("s -> …").text());
            }
            return new CreateSequence(definition, options.existence());
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }
    }

    /**
     * Represents {@code ALTER SEQUENCE}.
     *
     * @param from the previous one; null if unknown
     */
    record AlterSequence(QualifiedName name, @Nullable SequenceOptions from, SequenceOptions to)
            implements SequenceOperation {

        @Override
        public Operation reverse() {
            if (from == null) {
                throw IrreversibleOperationException.missing(
                        "Altering sequence " + name,
                        "how it counts now",
                        Call.to("alterSequence", name.name())
                                .lambda("from -> …")
                                .lambda("to -> …")
                                .text());
            }
            return new AlterSequence(name, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }
    }

    /**
     * Represents {@code ALTER SEQUENCE … OWNED BY}.
     *
     * @param from the previous owner; null for none
     * @param to the new owner; null for none
     */
    record SetSequenceOwner(QualifiedName name, Sequence.@Nullable Owner from, Sequence.@Nullable Owner to)
            implements SequenceOperation {

        @Override
        public Operation reverse() {
            if (from == null && to == null) {
                throw IrreversibleOperationException.missing(
                        "Taking sequence " + name + " from its column",
                        "which column that is",
                        Call.to("dropSequenceOwner", name.name(), "table", "column")
                                .text());
            }
            return new SetSequenceOwner(name, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setSequenceOwner(this);
        }
    }
}
