package dev.athanor.migration.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds revisions that are named, or are rows, although another one already needs them. */
record Overlaps(RevisionGraph graph, Refusals refusals) {

    void refuseAmong(Collection<RevisionId> revisions, String what) {
        Heads heads = graph.headsOf(revisions);
        Optional<RevisionId> below =
                revisions.stream().filter(id -> !heads.contains(id)).sorted().findFirst();
        if (below.isPresent()) {
            Set<RevisionId> above = graph.descendantsAndSelf(List.of(below.get()), EdgeKind.ALL);
            RevisionId head =
                    heads.ids().stream().filter(above::contains).findFirst().orElseThrow();
            throw refusals.overlapping(below.get(), head, what);
        }
    }
}
