package dev.athanor.migration.runner;

/**
 * Tells what the repair of one revision did.
 *
 * @since 0.1.0
 */
public enum RepairOutcome {
    /** The changed script is accepted: the history records it as it is now. */
    ACCEPTED,
    /** The progress of an unfinished section is forgotten: the next run begins with its first statement. */
    BEGINS_ANEW
}
