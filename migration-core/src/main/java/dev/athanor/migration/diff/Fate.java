package dev.athanor.migration.diff;

/** What becomes of an object that is there before; each worse than the one before it. */
enum Fate {
    /** It stays, or changes in a way that disturbs nobody. */
    STAYS,
    /** It changes in place, but what looks at it has to look away. */
    DISTURBED,
    /** It goes and comes again. */
    REPLACED,
    /** It goes. */
    DROPPED
}
