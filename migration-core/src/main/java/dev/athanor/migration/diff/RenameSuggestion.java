package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;

/**
 * That something dropped and something added are so alike that one may be the other under a new name.
 *
 * @param dropped what would lose its data
 * @param added what it may have become
 */
public record RenameSuggestion(SchemaObject dropped, SchemaObject added) {

    /** Returns the renaming as {@code --rename} takes it: {@code users.name=full_name}. */
    public String option() {
        String old = dropped.part() == null ? dropped.name().toString() : dropped.name() + "." + dropped.part();
        String part = added.part();
        return old + "=" + (part == null ? added.name().name() : part);
    }

    /** One line. */
    @Override
    public String toString() {
        return dropped + " may be " + added + " under its old name";
    }
}
