package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.QualifiedName;

/**
 * Receives operations, and knows the schema that unqualified names are in.
 *
 * @since 0.1.0
 */
public interface DirectiveSink {

    /** Takes an operation: runs it, prints it, keeps it. */
    void invoke(Operation operation);

    /** Returns the qualified name of an object in the schema of these directives. */
    default QualifiedName named(String name) {
        return QualifiedName.of(name);
    }
}
