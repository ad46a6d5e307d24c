package dev.athanor.migration.operation;

import dev.athanor.migration.schema.Extension;
import org.jspecify.annotations.Nullable;

/** What happens to an extension. */
public sealed interface ExtensionOperation extends Operation {

    /** {@code CREATE EXTENSION}. */
    record CreateExtension(Extension extension, Existence existence) implements ExtensionOperation {

        /** One that must not be there yet. */
        public CreateExtension(Extension extension) {
            this(extension, Existence.EXPECTED);
        }

        @Override
        public Operation reverse() {
            return new DropExtension(extension.name(), extension, DropOptions.after(existence));
        }
    }

    /**
     * {@code DROP EXTENSION}.
     *
     * @param definition what it was, so that it can be created again
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
    }

    /**
     * {@code ALTER EXTENSION … UPDATE}.
     *
     * @param from the version that it has; null where not known
     * @param to the version that it gets; null for the newest that the server offers
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
    }
}
