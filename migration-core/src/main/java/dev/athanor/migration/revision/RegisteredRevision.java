package dev.athanor.migration.revision;

import java.util.function.Supplier;

/**
 * A revision in Java as it is made known: its class, of which the header is read, and how to come by an instance, which is
 * only asked for when the revision is about to run.
 *
 * @since 0.1.0
 */
public record RegisteredRevision(Class<? extends JavaRevision> type, Supplier<? extends JavaRevision> instance) {

    /** One that is there already. */
    public static RegisteredRevision of(JavaRevision revision) {
        return new RegisteredRevision(revision.getClass(), () -> revision);
    }
}
