package dev.athanor.migration.lint;

import java.util.Arrays;

/**
 * Lists the lock modes of tables, weakest first.
 *
 * @since 0.1.0
 */
public enum LockMode {
    /** Is taken by queries, and conflicts only with {@link #ACCESS_EXCLUSIVE}. */
    ACCESS_SHARE("AccessShareLock"),
    /** Is taken by {@code SELECT … FOR UPDATE}, and on the parent by a validated foreign key. */
    ROW_SHARE("RowShareLock"),
    /** Is taken by statements that change rows. */
    ROW_EXCLUSIVE("RowExclusiveLock"),
    /** Blocks other schema changes and {@code VACUUM}, but neither readers nor writers. */
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    /** Blocks writers: {@code CREATE INDEX}. */
    SHARE("ShareLock"),
    /** Blocks writers: {@code CREATE TRIGGER}, {@code ADD FOREIGN KEY}. */
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    /** Blocks writers: {@code REFRESH MATERIALIZED VIEW CONCURRENTLY}. */
    EXCLUSIVE("ExclusiveLock"),
    /** Blocks readers and writers. */
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String catalogName;

    LockMode(String catalogName) {
        this.catalogName = catalogName;
    }

    /** Returns the mode for the name in {@code pg_locks}. */
    public static LockMode of(String catalogName) {
        return Arrays.stream(values())
                .filter(mode -> mode.catalogName.equals(catalogName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No lock mode of tables: " + catalogName));
    }

    /** Returns whether {@code INSERT}, {@code UPDATE} and {@code DELETE} have to wait. */
    public boolean blocksWriters() {
        return compareTo(SHARE) >= 0;
    }

    /** Returns whether even {@code SELECT} has to wait. */
    public boolean blocksReaders() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Returns the mode as PostgreSQL's documentation writes it: {@code ACCESS EXCLUSIVE}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
