package dev.athanor.migration.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Counts revisions up and down. An empty {@link Optional} stands for base.
 *
 * @param steps the number of steps: positive to go up, negative to go down
 * @param atEnd the reaction if the graph ends before the count
 */
record RelativeWalk(RevisionGraph graph, Refusals refusals, int steps, AtEnd atEnd) {

    /** Defines what happens if the graph ends before the count does. */
    enum AtEnd {
        REFUSE,
        STAY
    }

    /** Walks up or down from a revision. The line narrows the choice at a fork on the way up. */
    Optional<RevisionId> from(Optional<RevisionId> start, Optional<Set<RevisionId>> line) {
        return steps > 0 ? up(start, line) : down(start);
    }

    private Optional<RevisionId> up(Optional<RevisionId> start, Optional<Set<RevisionId>> line) {
        Optional<RevisionId> at = start;
        for (int step = 0; step < steps; step++) {
            Optional<RevisionId> from = at;
            List<RevisionId> children = onLine(above(from), line);
            if (children.isEmpty()) {
                return end(start, step, at);
            }
            at = Optional.of(single(children, () -> refusals.forkAhead(name(from), children)));
        }
        return at;
    }

    private Optional<RevisionId> down(Optional<RevisionId> start) {
        Optional<RevisionId> at = start;
        for (int step = 0; step > steps; step--) {
            if (at.isEmpty()) {
                return end(start, -step, at);
            }
            RevisionId from = at.get();
            List<RevisionId> parents = graph.needs(from, EdgeKind.DOWN_REVISIONS);
            at = parents.isEmpty()
                    ? Optional.empty()
                    : Optional.of(single(parents, () -> refusals.mergeBelow(from, parents)));
        }
        return at;
    }

    private List<RevisionId> above(Optional<RevisionId> from) {
        return from.map(id -> graph.children(id, EdgeKind.DOWN_REVISIONS)).orElseGet(graph::bases);
    }

    private static List<RevisionId> onLine(Collection<RevisionId> revisions, Optional<Set<RevisionId>> line) {
        return revisions.stream()
                .filter(revision -> line.map(on -> on.contains(revision)).orElse(true))
                .toList();
    }

    private static RevisionId single(List<RevisionId> choices, Supplier<TargetException> severalChoices) {
        if (choices.size() > 1) {
            throw severalChoices.get();
        }
        return choices.get(0);
    }

    private Optional<RevisionId> end(Optional<RevisionId> start, int made, Optional<RevisionId> at) {
        if (atEnd == AtEnd.STAY) {
            return at;
        }
        throw refusals.walkedTooFar(name(start), steps, made);
    }

    private static String name(Optional<RevisionId> place) {
        return place.map(RevisionId::value).orElse("base");
    }
}
