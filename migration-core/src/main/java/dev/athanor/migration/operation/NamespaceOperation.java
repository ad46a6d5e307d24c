package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a schema of the database.
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

    /** {@code CREATE SCHEMA}, with its comment. */
    record CreateSchema(Namespace namespace, Existence existence) implements NamespaceOperation {

        /** One that must not be there yet. */
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
     * {@code DROP SCHEMA}.
     *
     * @param definition what it was; null for a schema of which there is no more to say than its name
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
