package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A definition of its own in a schema, or a part of one: a column, a constraint, an index.
 *
 * @since 0.1.0
 */
public sealed interface SchemaElement permits Definition, Column, Constraint, Index {

    /** Returns the comment on it, or null. */
    @Nullable String comment();

    /** Returns the same element with another comment. */
    SchemaElement withComment(@Nullable String comment);

    /** Returns the visitor's answer for this kind of element. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of element: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R namespace(Namespace element);

        R extension(Extension element);

        R enumType(EnumType element);

        R domain(Domain element);

        R compositeType(CompositeType element);

        R sequence(Sequence element);

        R function(Function element);

        R table(Table element);

        R column(Column element);

        R constraint(Constraint element);

        R index(Index element);

        R view(View element);

        R trigger(Trigger element);
    }
}
