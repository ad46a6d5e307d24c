package dev.athanor.migration.directive;

import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes a function or a procedure.
 *
 * @since 0.1.0
 */
public final class FunctionBuilder {

    private String definition;
    private @Nullable String comment;

    FunctionBuilder(String definition) {
        this.definition = definition;
    }

    /** Sets the complete {@code CREATE OR REPLACE} statement. */
    public FunctionBuilder definition(String sql) {
        definition = sql;
        return this;
    }

    /** Sets the comment ({@code COMMENT ON FUNCTION}). */
    public FunctionBuilder comment(String text) {
        comment = text;
        return this;
    }

    Function function(QualifiedName name, String arguments, Function.Kind kind) {
        return new Function(name, arguments, kind, definition, comment);
    }
}
