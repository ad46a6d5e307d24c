package dev.athanor.migration.schema;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Represents an object of a schema with all of its parts.
 *
 * @since 0.1.0
 */
public sealed interface Definition extends SchemaElement
        permits Namespace,
                Extension,
                EnumType,
                Domain,
                CompositeType,
                Sequence,
                Function,
                Table,
                View,
                Trigger,
                ScriptedObject {

    /** Returns its kind and name. */
    SchemaObject object();

    @Override
    Definition withComment(@Nullable String comment);

    /** Returns its columns, constraints and indexes by their names. */
    default Map<SchemaObject, SchemaElement> parts() {
        return Map.of();
    }

    /** Returns it with only those of its parts that are included. */
    default Definition withParts(Predicate<SchemaObject> included) {
        return this;
    }

    /** Returns the table or view that it belongs to, and with which it is dropped. */
    default Optional<QualifiedName> owner() {
        return Optional.empty();
    }

    /**
     * Returns it with other comments, on its parts too.
     *
     * @param comments from an object and its comment to the comment that it gets instead
     */
    default Definition withComments(Comments comments) {
        return withComment(comments.of(object(), comment()));
    }

    /** Replaces the comment of an object. */
    @FunctionalInterface
    interface Comments {

        /** Returns the comment that the object gets instead of its own; null for none. */
        @Nullable String of(SchemaObject object, @Nullable String own);

        /** Returns a part with the comment that it gets instead of its own. */
        @SuppressWarnings("unchecked") // withComment returns an element of the same kind
        default <T extends SchemaElement> UnaryOperator<T> on(java.util.function.Function<T, SchemaObject> naming) {
            return part -> (T) part.withComment(of(naming.apply(part), part.comment()));
        }
    }
}
