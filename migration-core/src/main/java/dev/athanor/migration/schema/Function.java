package dev.athanor.migration.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure.
 *
 * @param arguments what tells it from others of its name, as {@code pg_get_function_identity_arguments} prints it
 * @param kind which of the two
 * @param definition the whole {@code CREATE OR REPLACE} statement, as {@code pg_get_functiondef} prints it
 */
public record Function(
        QualifiedName name,
        String arguments,
        Kind kind,
        String definition,
        @Nullable String comment) implements Comparable<Function> {

    private static final Comparator<Function> ORDER =
            Comparator.comparing(Function::name).thenComparing(Function::arguments);

    /** What {@code CREATE} is followed by. */
    public enum Kind {
        FUNCTION,
        PROCEDURE
    }

    @Override
    public int compareTo(Function other) {
        return ORDER.compare(this, other);
    }
}
