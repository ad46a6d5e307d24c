package dev.athanor.migration.revision;

/**
 * Defines a revision in Java. Its class is annotated with {@link RevisionHeader}.
 *
 * <p>{@code validate} reports a revision that neither overrides {@code downgrade} nor declares {@code irreversible =
 * true} or {@code nothingToTakeBack = true}.
 *
 * @since 0.1.0
 */
public interface JavaRevision {

    /** Applies the revision. */
    void upgrade(Operations op);

    /** Takes the revision back. */
    default void downgrade(Operations op) {
        throw new UnsupportedOperationException(getClass().getName() + " has no downgrade");
    }
}
