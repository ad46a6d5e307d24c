package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the information from a database that a drawing shows.
 *
 * @param current the rows of the version table
 * @param applied the applied revisions, so that all others are pending; empty if no database was queried
 */
public record Marks(Set<RevisionId> current, Optional<Set<RevisionId>> applied) {

    /** Holds no information, because no database was queried: nothing is current, and nothing is pending. */
    public static final Marks NONE = new Marks(Set.of(), Optional.empty());

    public Marks {
        current = Set.copyOf(current);
        applied = applied.map(Set::copyOf);
    }

    /** Returns the marks of a database with these rows. Rows that the graph does not know are left out. */
    public static Marks of(RevisionGraph graph, CurrentHeads rows) {
        Collection<RevisionId> known =
                rows.ids().stream().filter(graph::contains).toList();
        return new Marks(Set.copyOf(known), Optional.of(graph.applied(CurrentHeads.of(known))));
    }
}
