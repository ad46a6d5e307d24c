package dev.athanor.migration.diff;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import java.util.function.Predicate;

/**
 * What is compared, and how it is done.
 *
 * @param types whether a column's type and collation count
 * @param defaults whether a column's default counts
 * @param comments whether comments count
 * @param names which names of constraints and indexes count
 * @param locks whether writers may have to wait
 * @param busy the tables whose writers are meant: all that are there, unless others are named
 * @param include what is compared at all
 * @since 0.1.0
 */
public record DiffOptions(
        boolean types,
        boolean defaults,
        boolean comments,
        ComparedNames names,
        Locks locks,
        Predicate<QualifiedName> busy,
        Predicate<SchemaObject> include) {

    /** Everything counts, and all is done at once. */
    public static final DiffOptions EXACT =
            new DiffOptions(true, true, true, ComparedNames.ALL, Locks.ACCEPTED, table -> true, object -> true);

    /** Which names of constraints and indexes count. */
    public enum ComparedNames {
        /** Every one. */
        ALL,
        /** Those that somebody chose; what a generator or PostgreSQL named is compared by structure. */
        CHOSEN
    }

    /** Whether writers to a table that is there already may have to wait while its rows are read. */
    public enum Locks {
        /** They may: all is done in one transaction. */
        ACCEPTED,
        /** They may not: {@code NOT VALID} then {@code VALIDATE}, indexes {@code CONCURRENTLY}, outside of the transaction. */
        AVOIDED
    }

    /** Returns options that compare types, or do not. */
    public DiffOptions withTypes(boolean other) {
        return new DiffOptions(other, defaults, comments, names, locks, busy, include);
    }

    /** Returns options that compare defaults, or do not. */
    public DiffOptions withDefaults(boolean other) {
        return new DiffOptions(types, other, comments, names, locks, busy, include);
    }

    /** Returns options that compare comments, or do not. */
    public DiffOptions withComments(boolean other) {
        return new DiffOptions(types, defaults, other, names, locks, busy, include);
    }

    /** Returns options that compare these names. */
    public DiffOptions withNames(ComparedNames other) {
        return new DiffOptions(types, defaults, comments, other, locks, busy, include);
    }

    /** Returns options that accept or avoid waiting writers. */
    public DiffOptions withLocks(Locks other) {
        return new DiffOptions(types, defaults, comments, names, other, busy, include);
    }

    /** Returns options for which these tables have writers. */
    public DiffOptions withBusy(Predicate<QualifiedName> other) {
        return new DiffOptions(types, defaults, comments, names, locks, other, include);
    }

    /** Returns options that compare only these objects. */
    public DiffOptions withInclude(Predicate<SchemaObject> other) {
        return new DiffOptions(types, defaults, comments, names, locks, busy, other);
    }
}
