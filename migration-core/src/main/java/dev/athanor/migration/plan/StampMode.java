package dev.athanor.migration.plan;

/**
 * Defines what a stamp does with the existing rows.
 *
 * @since 0.1.0
 */
public enum StampMode {
    /** Replaces rows above and below the targets, and keeps rows on other lines. */
    MOVE,
    /** Deletes every row first, even unknown ones ({@code --purge}). */
    PURGE
}
