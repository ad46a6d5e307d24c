package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * Represents a definition in a schema, or a part of one: a column, a constraint, an index.
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
        /** Answers for {@link Namespace}. */
        R namespace(Namespace element);

        /** Answers for {@link Extension}. */
        R extension(Extension element);

        /** Answers for {@link EnumType}. */
        R enumType(EnumType element);

        /** Answers for {@link Domain}. */
        R domain(Domain element);

        /** Answers for {@link CompositeType}. */
        R compositeType(CompositeType element);

        /** Answers for {@link Sequence}. */
        R sequence(Sequence element);

        /** Answers for {@link Function}. */
        R function(Function element);

        /** Answers for {@link Table}. */
        R table(Table element);

        /** Answers for {@link Column}. */
        R column(Column element);

        /** Answers for {@link Constraint}. */
        R constraint(Constraint element);

        /** Answers for {@link Index}. */
        R index(Index element);

        /** Answers for {@link View}. */
        R view(View element);

        /** Answers for {@link Trigger}. */
        R trigger(Trigger element);

        /** Answers for {@link ScriptedObject}. */
        R scripted(ScriptedObject element);
    }
}
