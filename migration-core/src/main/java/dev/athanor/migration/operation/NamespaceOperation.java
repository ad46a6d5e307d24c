package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a schema of the database.
 *
 * @since 0.1.0
 */
public sealed interface NamespaceOperation extends Operation {

    /** Returns the visitor's answer for this kind of schema operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.namespace(this);
    }

    /**
     * Answers for each kind of schema operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateSchema}. */
        R createSchema(CreateSchema operation);

        /** Answers for {@link DropSchema}. */
        R dropSchema(DropSchema operation);
    }

    /** Represents {@code CREATE SCHEMA}, with the comment. */
    record CreateSchema(Namespace namespace, Existence existence) implements NamespaceOperation {

        /** Creates the creation of a schema that must not exist yet. */
        public CreateSchema(Namespace namespace) {
            this(namespace, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropSchema(namespace.name(), namespace, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSchema(this);
        }
    }

    /**
     * Represents {@code DROP SCHEMA}.
     *
     * @param definition the previous definition; null for a schema that has only a name
     */
    record DropSchema(String name, @Nullable Namespace definition, DropOptions options) implements NamespaceOperation {

        @Override
        public Operation reverse() {
            if (options.cascade()) {
                throw IrreversibleOperationException.never(
                        "Dropping schema " + name + " with all that is in it", "what was in it is not known");
            }
            return new CreateSchema(definition == null ? new Namespace(name, null) : definition, options.existence());
        }

        @Override
        public boolean destructive() {
            return options.cascade();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSchema(this);
        }
    }
}
