package dev.athanor.migration.sql;

/**
 * What the engine must know of a statement before it runs.
 *
 * @since 0.1.0
 */
public enum StatementKind {
    /** {@code BEGIN} or {@code START TRANSACTION}. */
    BEGIN,
    /** {@code COMMIT} or {@code END}, without a chained or prepared transaction. */
    COMMIT,
    /** {@code SAVEPOINT}, {@code RELEASE} or {@code ROLLBACK TO}: within a transaction. */
    SAVEPOINT,
    /** Other transaction control: {@code ROLLBACK}, {@code ABORT}, {@code PREPARE TRANSACTION}, {@code COMMIT AND CHAIN} … */
    TRANSACTION_CONTROL,
    /** Refused by the server inside a transaction block: {@code CREATE INDEX CONCURRENTLY}, {@code VACUUM}, {@code CREATE DATABASE} … */
    NON_TRANSACTIONAL,
    /** May return rows: {@code SELECT}, {@code VALUES}, {@code … RETURNING} … */
    QUERY,
    /** Anything else. */
    OTHER
}
