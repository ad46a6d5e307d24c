package dev.athanor.migration.autoconfigure.cli;

import java.util.Collection;
import java.util.List;

/** Ids as the texts that JSON shows. */
final class Texts {

    private Texts() {}

    static List<String> of(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
