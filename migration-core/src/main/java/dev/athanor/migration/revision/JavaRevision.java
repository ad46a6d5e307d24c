package dev.athanor.migration.revision;

/**
 * A revision in Java; its class carries a {@link RevisionHeader}.
 *
 * <p>Without a {@code downgrade} of its own, and without {@code irreversible = true} or {@code nothingToTakeBack = true},
 * it is one that {@code validate} reports.
 *
 * @since 0.1.0
 */
public interface JavaRevision {

    /** The way up. */
    void upgrade(Operations op);

    /** The way down. */
    default void downgrade(Operations op) {
        throw new UnsupportedOperationException(getClass().getName() + " has no downgrade");
    }
}
