package dev.athanor.migration.diff;

/** What happens to an object that is there before; each constant is worse than the one before it. */
enum Impact {
    /** It stays, or changes in a way that its dependents do not notice. */
    NONE,
    /** It changes in place, and what depends on it has to be gone meanwhile. */
    ALTERED,
    /** It is dropped and created again. */
    RECREATED,
    /** It is dropped. */
    DROPPED
}
