package dev.athanor.migration.revision;

/**
 * Defines a revision in Java whose downgrade is derived from its change: the reverse of each operation, last first.
 *
 * @since 0.1.0
 */
public interface ReversibleRevision extends JavaRevision {

    /** Carries out the change. */
    void change(Operations op);

    @Override
    default void upgrade(Operations op) {
        change(op);
    }

    @Override
    default void downgrade(Operations op) {
        op.reversed(this);
    }
}
