package dev.athanor.migration.diff;

/** Describes what happens to an existing object; each constant is worse than the one before it. */
enum Impact {
    /** Keeps the object, or changes it in a way that its dependents do not notice. */
    NONE,
    /** Changes the object in place, while its dependents have to be gone. */
    ALTERED,
    /** Drops the object and creates it again. */
    RECREATED,
    /** Drops the object. */
    DROPPED
}
