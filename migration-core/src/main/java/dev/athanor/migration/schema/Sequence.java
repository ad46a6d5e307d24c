package dev.athanor.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence, other than that of an identity column.
 *
 * @param ownedBy the column that it goes with, where there is one
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions options,
        @Nullable Owner ownedBy,
        @Nullable String comment) implements Comparable<Sequence> {

    @Override
    public int compareTo(Sequence other) {
        return name.compareTo(other.name);
    }

    /** The column with which a sequence is dropped. */
    public record Owner(QualifiedName table, String column) {

        /** For people: {@code users.id}. */
        @Override
        public String toString() {
            return table + "." + column;
        }
    }
}
