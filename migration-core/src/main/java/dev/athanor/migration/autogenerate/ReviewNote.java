package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import java.util.Optional;

/**
 * Something that whoever reads a generated revision should know.
 *
 * @param text what it is
 * @param instead what could be written in place of what is generated
 */
record ReviewNote(String text, Optional<Operation> instead) {

    static ReviewNote of(String text) {
        return new ReviewNote(text, Optional.empty());
    }

    static ReviewNote of(String text, Operation instead) {
        return new ReviewNote(text, Optional.of(instead));
    }
}
