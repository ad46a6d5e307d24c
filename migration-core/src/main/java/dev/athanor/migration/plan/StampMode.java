package dev.athanor.migration.plan;

/**
 * What a stamp does with the rows that are there.
 *
 * @since 0.1.0
 */
public enum StampMode {
    /** Rows above and below the targets give way, rows on other lines stay. */
    MOVE,
    /** {@code --purge}: every row goes, whatever it is, also one that no script knows. */
    PURGE
}
