package dev.athanor.migration.graph;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a revision, as its header writes it: 1 to 32 letters, digits, {@code _} or {@code .}. The version table's
 * column has this width, and targets use other characters, such as {@code @ - + :}.
 *
 * @param value the id
 * @since 0.1.0
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    /** Holds the width of {@code version_num} in the version table. */
    public static final int MAX_LENGTH = 32;

    public RevisionId {
        String fault = IdentifierRules.fault(value);
        if (fault != null) {
            throw new MigrationException(
                    "Revision id '" + value + "' " + fault + ".",
                    "Use 1 to " + MAX_LENGTH + " letters, digits, '_' or '.'; without --rev-id, `migration revision`"
                            + " makes an id of 12 hex digits.");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
