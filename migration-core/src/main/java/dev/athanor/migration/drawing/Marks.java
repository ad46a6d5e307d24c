package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What a database adds to the drawing.
 *
 * @param current the rows of its version table
 * @param applied what it has applied, so that everything else is pending; empty where nobody has asked it
 */
public record Marks(Set<RevisionId> current, Optional<Set<RevisionId>> applied) {

    /** No database was asked: nothing is current, nothing pending. */
    public static final Marks NONE = new Marks(Set.of(), Optional.empty());

    public Marks {
        current = Set.copyOf(current);
        applied = applied.map(Set::copyOf);
    }

    /** Of a database with these rows; rows that the graph does not know are in no drawing. */
    public static Marks of(RevisionGraph graph, CurrentHeads rows) {
        Collection<RevisionId> known =
                rows.ids().stream().filter(graph::contains).toList();
        return new Marks(Set.copyOf(known), Optional.of(graph.applied(CurrentHeads.of(known))));
    }
}
