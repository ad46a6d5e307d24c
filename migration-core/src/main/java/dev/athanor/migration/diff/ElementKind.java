package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaElement;

/**
 * The rules of one kind of element. Everything that a diff has to know of a kind is in the class of that kind; which classes
 * there are is in {@link ElementKinds}.
 */
interface ElementKind<T extends SchemaElement> {

    /** Returns what the change of an element means to those that depend on it. */
    Impact impact(T before, T after, Comparison comparison);

    /** Adds a line for each difference. */
    void describe(T before, T after, DifferenceLines lines);
}
