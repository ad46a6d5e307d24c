package dev.athanor.migration.diff;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import java.util.function.Predicate;

/**
 * Defines what is compared, and how the differences are resolved.
 *
 * @param types whether the type and collation of columns are compared
 * @param defaults whether the defaults of columns are compared
 * @param comments whether comments are compared
 * @param privileges whether owners and privileges are compared
 * @param names which names of constraints and indexes are compared
 * @param locks whether writers may have to wait
 * @param busy the tables whose writers must not wait, if locks are avoided: every existing table by default
 * @param include the objects that are compared
 * @since 0.1.0
 */
public record DiffOptions(
        boolean types,
        boolean defaults,
        boolean comments,
        boolean privileges,
        ComparedNames names,
        Locks locks,
        Predicate<QualifiedName> busy,
        Predicate<SchemaObject> include) {

    /** Compares everything except owners and privileges, and accepts locks. */
    public static final DiffOptions EXACT =
            new DiffOptions(true, true, true, false, ComparedNames.ALL, Locks.ACCEPTED, table -> true, object -> true);

    /** Defines which names of constraints and indexes are compared. */
    public enum ComparedNames {
        /** Compares every name. */
        ALL,
        /**
         * Compares the names that a person chose. Constraints and indexes with names from PostgreSQL or another
         * generator are compared by structure.
         */
        CHOSEN
    }

    /** Defines whether writers to an existing table may have to wait while its rows are read. */
    public enum Locks {
        /** Accepts that writers wait, so that everything runs in one transaction. */
        ACCEPTED,
        /**
         * Avoids that writers wait: adds constraints as {@code NOT VALID} and validates them later, and creates indexes
         * {@code CONCURRENTLY}, outside of the transaction.
         */
        AVOIDED
    }

    /** Returns options that compare types, or do not. */
    public DiffOptions withTypes(boolean other) {
        return new DiffOptions(other, defaults, comments, privileges, names, locks, busy, include);
    }

    /** Returns options that compare defaults, or do not. */
    public DiffOptions withDefaults(boolean other) {
        return new DiffOptions(types, other, comments, privileges, names, locks, busy, include);
    }

    /** Returns options that compare comments, or do not. */
    public DiffOptions withComments(boolean other) {
        return new DiffOptions(types, defaults, other, privileges, names, locks, busy, include);
    }

    /** Returns options that compare owners and privileges, or do not. */
    public DiffOptions withPrivileges(boolean other) {
        return new DiffOptions(types, defaults, comments, other, names, locks, busy, include);
    }

    /** Returns options that compare these names. */
    public DiffOptions withNames(ComparedNames other) {
        return new DiffOptions(types, defaults, comments, privileges, other, locks, busy, include);
    }

    /** Returns options that accept or avoid waiting writers. */
    public DiffOptions withLocks(Locks other) {
        return new DiffOptions(types, defaults, comments, privileges, names, other, busy, include);
    }

    /** Returns options for which these tables have writers. */
    public DiffOptions withBusy(Predicate<QualifiedName> other) {
        return new DiffOptions(types, defaults, comments, privileges, names, locks, other, include);
    }

    /** Returns options that compare only these objects. */
    public DiffOptions withInclude(Predicate<SchemaObject> other) {
        return new DiffOptions(types, defaults, comments, privileges, names, locks, busy, other);
    }
}
