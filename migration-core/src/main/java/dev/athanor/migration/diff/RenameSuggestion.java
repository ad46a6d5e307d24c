package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;

/**
 * That something dropped and something added are so alike that one may be the other under a new name.
 *
 * @param dropped what would lose its data
 * @param added what it may have become
 * @since 0.1.0
 */
public record RenameSuggestion(SchemaObject dropped, SchemaObject added) {

    /** One line. */
    @Override
    public String toString() {
        return dropped + " may be " + added + " under its old name";
    }
}
