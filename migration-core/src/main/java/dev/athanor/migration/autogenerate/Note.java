package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import java.util.Optional;

/**
 * Something that whoever reads a generated revision should know.
 *
 * @param text what it is
 * @param instead what could be written in place of what is generated
 */
record Note(String text, Optional<Operation> instead) {

    static Note of(String text) {
        return new Note(text, Optional.empty());
    }

    static Note of(String text, Operation instead) {
        return new Note(text, Optional.of(instead));
    }
}
