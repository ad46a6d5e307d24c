package dev.athanor.migration.lint;

/**
 * Represents a lock that a transaction holds on a relation after a statement.
 *
 * @param relation the relation
 * @param mode the mode
 * @param since the number of the statement of the section that took the lock, from 1
 * @since 0.1.0
 */
public record HeldLock(TracedRelation relation, LockMode mode, int since) {

    /** Returns mode and relation: {@code ACCESS EXCLUSIVE on table public.orders}. */
    @Override
    public String toString() {
        return mode + " on " + relation;
    }
}
