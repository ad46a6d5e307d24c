package dev.athanor.migration.sql;

/**
 * What can be found out about a statement that ran outside a transaction of ours, and whose end was not seen.
 *
 * <p>Names are as they are written: quoted where they are quoted, qualified where they are qualified.
 */
public sealed interface LoneStatement {

    /** {@code CREATE INDEX CONCURRENTLY index ON table}; a failed build leaves an invalid index. */
    record CreateIndex(String index, String table) implements LoneStatement {}

    /** {@code DROP INDEX CONCURRENTLY index}. */
    record DropIndex(String index) implements LoneStatement {}

    /** {@code ALTER TABLE parent DETACH PARTITION partition CONCURRENTLY}; a failed one is left pending. */
    record DetachPartition(String parent, String partition) implements LoneStatement {}

    /** {@code REINDEX}, {@code VACUUM} and the like: once more does no harm. */
    record Repeatable() implements LoneStatement {}

    /** Anything else: the statement does not say where its effect would show. */
    record Opaque() implements LoneStatement {}

    /** What a statement is. */
    static LoneStatement of(String sql) {
        return new LoneStatementParser(sql).parse();
    }
}
