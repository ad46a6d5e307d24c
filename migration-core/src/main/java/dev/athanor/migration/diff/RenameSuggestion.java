package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;

/**
 * Reports that a dropped and an added object are so alike that one may be the other under a new name.
 *
 * @param dropped the object that would lose its data
 * @param added the object that it may have become
 * @since 0.1.0
 */
public record RenameSuggestion(SchemaObject dropped, SchemaObject added) {

    /** Returns the suggestion on one line. */
    @Override
    public String toString() {
        return dropped + " may be " + added + " under its old name";
    }
}
