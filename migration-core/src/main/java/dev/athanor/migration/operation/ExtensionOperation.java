package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to an extension.
 *
 * @since 0.1.0
 */
public sealed interface ExtensionOperation extends Operation {

    /** Returns the visitor's answer for this kind of extension operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.extension(this);
    }

    /**
     * Answers for each kind of extension operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateExtension}. */
        R createExtension(CreateExtension operation);

        /** Answers for {@link DropExtension}. */
        R dropExtension(DropExtension operation);

        /** Answers for {@link UpdateExtension}. */
        R updateExtension(UpdateExtension operation);
    }

    /** Represents {@code CREATE EXTENSION}. */
    record CreateExtension(Extension extension, Existence existence) implements ExtensionOperation {

        /** Creates the creation of an extension that must not exist yet. */
        public CreateExtension(Extension extension) {
            this(extension, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropExtension(extension.name(), extension, DropOptions.after(existence));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createExtension(this);
        }
    }

    /**
     * Represents {@code DROP EXTENSION}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropExtension(String name, @Nullable Extension definition, DropOptions options)
            implements ExtensionOperation {

        @Override
        public Operation reverse() {
            return new CreateExtension(
                    definition == null ? new Extension(name, null, null) : definition, options.existence());
        }

        @Override
        public boolean destructive() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExtension(this);
        }
    }

    /**
     * Represents {@code ALTER EXTENSION … UPDATE}.
     *
     * @param from the current version; null if unknown
     * @param to the new version; null for the newest that the server offers
     */
    record UpdateExtension(
            String name, @Nullable String from, @Nullable String to) implements ExtensionOperation {

        @Override
        public Operation reverse() {
            if (from == null || to == null) {
                throw IrreversibleOperationException.missing(
                        "Updating extension " + name,
                        "from which version to which",
                        Call.to("updateExtension", name, "from", "to").text());
            }
            return new UpdateExtension(name, to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateExtension(this);
        }
    }
}
