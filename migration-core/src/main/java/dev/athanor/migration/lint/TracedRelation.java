package dev.athanor.migration.lint;

import dev.athanor.migration.schema.QualifiedName;
import java.util.Optional;

/**
 * Represents a table, index or other relation that a statement locked, read or wrote anew.
 *
 * @param name the name before the statement, or after it if the statement created the relation; with the schema
 * @param kind the kind of the relation
 * @param table the table to which an index or TOAST table belongs; empty for all other kinds
 * @param existedBefore whether the relation existed before the revision; if not, nobody can be using it
 * @since 0.1.0
 */
public record TracedRelation(QualifiedName name, Kind kind, Optional<QualifiedName> table, boolean existedBefore)
        implements Comparable<TracedRelation> {

    /** Lists the kinds of relations. */
    public enum Kind {
        /** Represents a table, partitioned or not, or a foreign table. */
        TABLE("table"),
        /** Represents an index, partitioned or not. */
        INDEX("index"),
        /** Represents the TOAST table of a table, which holds its long values. */
        TOAST("TOAST table"),
        /** Represents a materialized view. */
        MATERIALIZED_VIEW("materialized view"),
        /** Represents a view. */
        VIEW("view"),
        /** Represents a sequence. */
        SEQUENCE("sequence"),
        /** Represents any other relation. */
        OTHER("relation");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind as text. */
        public String words() {
            return words;
        }

        /** Returns whether the relation holds rows of its own that users read or write. */
        public boolean holdsRows() {
            return this == TABLE || this == MATERIALIZED_VIEW;
        }
    }

    @Override
    public int compareTo(TracedRelation other) {
        int kinds = kind.compareTo(other.kind);
        return kinds == 0 ? name.compareTo(other.name) : kinds;
    }

    /** Returns kind and name: {@code table public.orders}. */
    @Override
    public String toString() {
        return kind.words() + " " + name;
    }
}
