package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to an index.
 *
 * @since 0.1.0
 */
public sealed interface IndexOperation extends Operation {

    /** Returns the visitor's answer for this kind of index operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.index(this);
    }

    /**
     * Answers for each kind of index operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateIndex}. */
        R createIndex(CreateIndex operation);

        /** Answers for {@link DropIndex}. */
        R dropIndex(DropIndex operation);
    }

    /** Describes how an index is built or dropped. */
    enum Build {
        /** Runs in the transaction, while writes to the table wait. */
        LOCKING,
        /** Runs {@code CONCURRENTLY}, outside of any transaction, while no other session waits. */
        CONCURRENTLY
    }

    /** Returns whether other sessions wait while the index is built or dropped. */
    Build build();

    @Override
    default boolean transactional() {
        return build() == Build.LOCKING;
    }

    /** Represents {@code CREATE INDEX}, with the comment. */
    record CreateIndex(QualifiedName table, Index index, Build build, Existence existence) implements IndexOperation {

        public CreateIndex {
            if (index.keys().isEmpty()) {
                throw new MigrationException(
                        "Index " + index.name() + " of table " + table + " has no keys.",
                        "Say what it is by: "
                                + Call.to("createIndex", index.name(), table.name(), "column")
                                        .text() + ".");
            }
        }

        /** Creates the creation of an index that must not exist yet, in the transaction. */
        public CreateIndex(QualifiedName table, Index index) {
            this(table, index, Build.LOCKING, Existence.EXPECTED);
        }

        /** Returns this operation for a run outside of the transaction. */
        public CreateIndex concurrently() {
            return new CreateIndex(table, index, Build.CONCURRENTLY, existence);
        }

        @Override
        public Operation reverse() {
            return new DropIndex(table.sibling(index.name()), this, build, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }
    }

    /**
     * Represents {@code DROP INDEX}.
     *
     * @param creation the operation that created the index, for the reverse
     */
    record DropIndex(QualifiedName name, @Nullable CreateIndex creation, Build build, DropOptions options)
            implements IndexOperation {

        public DropIndex {
            if (creation != null && creation.build() != build) {
                throw new MigrationException(
                        "Index " + name + " is dropped " + build + " and created " + creation.build() + ".",
                        "Do both in one way: an index that is dropped concurrently is built so as well.");
            }
        }

        /** Creates a removal in the transaction that holds all that its reverse needs. */
        public DropIndex(QualifiedName table, Index definition) {
            this(
                    table.sibling(definition.name()),
                    new CreateIndex(table, definition),
                    Build.LOCKING,
                    DropOptions.PLAIN);
        }

        /** Returns this operation, and its reverse, for a run outside of the transaction. */
        public DropIndex concurrently() {
            return new DropIndex(name, creation == null ? null : creation.concurrently(), Build.CONCURRENTLY, options);
        }

        @Override
        public Operation reverse() {
            if (creation == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping index " + name,
                        "its definition",
                        Call.to("dropIndex", name.name(), "table")
                                .lambda("i -> i.on(\"…\")")
                                .text());
            }
            return creation;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }
}
