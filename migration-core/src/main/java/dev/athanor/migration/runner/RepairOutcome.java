package dev.athanor.migration.runner;

/**
 * Tells what the repair of one revision did.
 *
 * @since 0.1.0
 */
public enum RepairOutcome {
    /** Accepts the changed script: the history records it as it is now. */
    ACCEPTED,
    /** Forgets the progress of an unfinished section: the next run begins with its first statement. */
    BEGINS_ANEW
}
