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

    /** Returns the renaming as {@code --rename} takes it: {@code users.name=full_name}. */
    public String option() {
        String old = dropped.part() == null ? dropped.name().toString() : dropped.name() + "." + dropped.part();
        String part = added.part();
        return old + "=" + (part == null ? added.name().name() : part);
    }

    /** Returns the suggestion on one line. */
    @Override
    public String toString() {
        return dropped + " may be " + added + " under its old name";
    }
}
