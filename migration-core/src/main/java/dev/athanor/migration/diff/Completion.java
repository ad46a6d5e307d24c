package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Schema;

/**
 * Adds to a schema what another one mentions and this one only implies, so that both are compared in the same terms: the
 * names of {@code NOT NULL} constraints, and inherited columns.
 */
final class Completion {

    private Completion() {}

    static Schema of(Schema schema, Schema other) {
        Schema named = NotNullConstraints.named(schema, other);
        return new Inheritance(named).completed(named, new Inheritance(other));
    }
}
