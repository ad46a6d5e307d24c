package dev.athanor.migration.runner;

/** How a step or a run ended. */
public enum Outcome {
    /** Committed. */
    SUCCESS,
    /** Failed; what was not committed was rolled back. */
    FAILED,
    /** Ran, but the single transaction it belonged to was rolled back. */
    ROLLED_BACK,
    /** The connection was lost, and what was committed could not be looked up. */
    UNKNOWN
}
