package dev.athanor.migration.script;

/** What a revision script says of its way back. */
public sealed interface Downgrade {

    /** {@code -- @downgrade}, with statements, or with none where the upgrade has none either (a merge point). */
    record Reversible(Section section) implements Downgrade {}

    /** {@code -- @downgrade irreversible}: refused before anything is touched. */
    record Irreversible() implements Downgrade {}

    /** No statements although the upgrade has some: refused, and a problem for {@code validate}. */
    record Empty() implements Downgrade {}

    /** Stored in the history in a form that cannot be read back: refused. */
    record Unreadable(ScriptProblem problem) implements Downgrade {}

    /** No section at all: refused, and a problem for {@code validate}. */
    record Missing() implements Downgrade {}
}
