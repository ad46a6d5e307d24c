package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import java.util.Optional;

/**
 * Represents a note to the reader of a generated revision.
 *
 * @param text the text of the note
 * @param instead the operation that may be written instead of the generated ones
 */
record ReviewNote(String text, Optional<Operation> instead) {

    static ReviewNote of(String text) {
        return new ReviewNote(text, Optional.empty());
    }

    static ReviewNote of(String text, Operation instead) {
        return new ReviewNote(text, Optional.of(instead));
    }
}
