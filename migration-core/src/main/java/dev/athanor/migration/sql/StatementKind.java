package dev.athanor.migration.sql;

/**
 * Tells what the engine must know about a statement before it runs.
 *
 * @since 0.1.0
 */
public enum StatementKind {
    /** Begins a transaction: {@code BEGIN} or {@code START TRANSACTION}. */
    BEGIN,
    /** Commits a transaction: {@code COMMIT} or {@code END}, without a chained or prepared transaction. */
    COMMIT,
    /** Sets, releases or rolls back to a savepoint within a transaction. */
    SAVEPOINT,
    /**
     * Controls a transaction in another way: {@code ROLLBACK}, {@code ABORT}, {@code PREPARE TRANSACTION},
     * {@code COMMIT AND CHAIN} …
     */
    TRANSACTION_CONTROL,
    /**
     * Cannot run inside a transaction block: {@code CREATE INDEX CONCURRENTLY}, {@code VACUUM},
     * {@code CREATE DATABASE} …
     */
    NON_TRANSACTIONAL,
    /** May return rows: {@code SELECT}, {@code VALUES}, {@code … RETURNING} … */
    QUERY,
    /** Covers every other statement. */
    OTHER
}
