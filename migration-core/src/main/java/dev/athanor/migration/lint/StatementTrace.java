package dev.athanor.migration.lint;

import dev.athanor.migration.script.TransactionMode;
import java.util.List;
import java.util.Optional;

/**
 * Describes what one statement did when it ran in the throw-away database.
 *
 * @param place the place of the statement
 * @param transaction how the statement commits
 * @param locks the locks that the transaction held on relations after the statement, strongest first. A statement that
 *     cannot run inside a transaction has released its locks by then; the list is empty
 * @param rewritten the relations that were written anew: tables, each index, TOAST tables
 * @param scanned the relations that were read from beginning to end
 * @param failure the error, if the statement failed
 * @since 0.1.0
 */
public record StatementTrace(
        StatementPlace place,
        TransactionMode transaction,
        List<HeldLock> locks,
        List<TracedRelation> rewritten,
        List<TracedRelation> scanned,
        Optional<StatementError> failure) {

    public StatementTrace {
        locks = List.copyOf(locks);
        rewritten = List.copyOf(rewritten);
        scanned = List.copyOf(scanned);
    }

    /** Returns the locks that this statement took, and no statement before it. */
    public List<HeldLock> taken() {
        return locks.stream().filter(lock -> lock.since() == place.number()).toList();
    }

    /** Returns the strongest lock held on a relation after the statement. */
    public Optional<HeldLock> strongestOn(TracedRelation relation) {
        return locks.stream()
                .filter(lock -> lock.relation().name().equals(relation.name()))
                .findFirst();
    }
}
