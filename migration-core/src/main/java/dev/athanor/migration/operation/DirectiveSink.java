package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;

/**
 * Where directives go, and the schema that their names are in.
 *
 * @since 0.1.0
 */
public interface DirectiveSink {

    /** Takes an operation: runs it, prints it, keeps it. */
    void invoke(Operation operation);

    /** The object of that name in the schema that these directives are for. */
    default QualifiedName named(String name) {
        return QualifiedName.of(name);
    }
}
