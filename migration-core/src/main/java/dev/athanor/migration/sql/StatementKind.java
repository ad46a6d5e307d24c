package dev.athanor.migration.sql;

/** What the engine must know of a statement before it runs. */
public enum StatementKind {
    /** {@code BEGIN} or {@code START TRANSACTION}. */
    BEGIN,
    /** {@code COMMIT} or {@code END}, without a chained or prepared transaction. */
    COMMIT,
    /** Other transaction control: {@code ROLLBACK}, {@code ABORT}, {@code SAVEPOINT}, {@code RELEASE}, {@code PREPARE TRANSACTION} … */
    TRANSACTION_CONTROL,
    /** Refused by the server inside a transaction block: {@code CREATE INDEX CONCURRENTLY}, {@code VACUUM}, {@code CREATE DATABASE} … */
    NON_TRANSACTIONAL,
    /** May return rows: {@code SELECT}, {@code VALUES}, {@code … RETURNING} … */
    QUERY,
    /** Anything else. */
    OTHER
}
