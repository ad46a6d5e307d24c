package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaElement;

/**
 * Defines the rules for one kind of element. Everything that a diff has to know about a kind is in the class of that
 * kind; {@link ElementKinds} lists these classes.
 */
interface ElementKind<T extends SchemaElement> {

    /** Returns what the change of an element means to the elements that depend on it. */
    Impact impact(T before, T after, Comparison comparison);

    /** Adds a line for each difference. */
    void describe(T before, T after, DifferenceLines lines);
}
