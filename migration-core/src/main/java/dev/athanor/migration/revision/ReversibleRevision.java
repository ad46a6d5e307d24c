package dev.athanor.migration.revision;

/**
 * A revision in Java that says its change once: the way down is the reverse of each operation, the last one first.
 *
 * @since 0.1.0
 */
public interface ReversibleRevision extends JavaRevision {

    /** The change. */
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
