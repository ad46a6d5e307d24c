package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import java.util.List;

/**
 * Represents a note to the reader of a generated revision.
 *
 * @param text what it is
 * @param instead what could be written in place of what is generated, or besides it; shown as a comment
 */
record ReviewNote(String text, List<Operation> instead) {

    ReviewNote {
        instead = List.copyOf(instead);
    }

    static ReviewNote of(String text) {
        return new ReviewNote(text, List.of());
    }

    static ReviewNote of(String text, Operation instead) {
        return new ReviewNote(text, List.of(instead));
    }
}
