package dev.athanor.migration.revision;

import java.util.function.Supplier;

/**
 * Registers a revision in Java: its class, from which the header is read, and a supplier of its instance, which is
 * called only when the revision is about to run.
 *
 * @since 0.1.0
 */
public record RegisteredRevision(Class<? extends JavaRevision> type, Supplier<? extends JavaRevision> instance) {

    /** Registers an existing instance. */
    public static RegisteredRevision of(JavaRevision revision) {
        return new RegisteredRevision(revision.getClass(), () -> revision);
    }
}
