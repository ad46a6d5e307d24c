package dev.athanor.migration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks properties that hold for every graph against their definitions. */
class GraphPropertyTests {

    private static final int GRAPHS = 2_000;

    @Test
    void closuresAreThoseOfTheDefinition() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            RevisionGraph graph = RevisionGraph.of(revisions);
            NaiveGraph naive = new NaiveGraph(revisions);
            for (EdgeKind edgeKind : EdgeKind.values()) {
                for (RevisionId id : naive.all()) {
                    List<RevisionId> self = List.of(id);

                    assertThat(graph.ancestorsAndSelf(self, edgeKind))
                            .isEqualTo(naive.ancestorsAndSelf(self, edgeKind));
                    assertThat(graph.descendantsAndSelf(self, edgeKind))
                            .isEqualTo(naive.descendantsAndSelf(self, edgeKind));
                    assertThat(Set.copyOf(graph.children(id, edgeKind))).isEqualTo(naive.children(id, edgeKind));
                    assertThat(Set.copyOf(graph.needs(id, edgeKind))).isEqualTo(naive.needs(id, edgeKind));
                }
            }
        });
    }

    @Test
    void endsAreThoseOfTheDefinition() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            RevisionGraph graph = RevisionGraph.of(revisions);
            NaiveGraph naive = new NaiveGraph(revisions);

            assertThat(graph.heads())
                    .containsExactlyElementsOf(where(revisions, id -> naive.children(id, EdgeKind.DOWN_REVISIONS)
                            .isEmpty()));
            assertThat(graph.realHeads())
                    .containsExactlyElementsOf(where(
                            revisions, id -> naive.children(id, EdgeKind.ALL).isEmpty()));
            assertThat(graph.bases())
                    .containsExactlyElementsOf(where(revisions, id -> naive.needs(id, EdgeKind.DOWN_REVISIONS)
                            .isEmpty()));
            assertThat(graph.realBases()).containsExactlyElementsOf(where(revisions, id -> naive.needs(id, EdgeKind.ALL)
                    .isEmpty()));
            assertThat(CurrentHeads.of(graph.realHeads())).isEqualTo(naive.headsOf(naive.all()));
        });
    }

    @Test
    void normalizedNeedsReachTheSameRevisions() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            RevisionGraph graph = RevisionGraph.of(revisions);
            for (Revision revision : revisions) {
                Set<RevisionId> below = graph.ancestorsAndSelf(graph.needs(revision.id(), EdgeKind.ALL), EdgeKind.ALL);

                assertThat(graph.ancestorsAndSelf(graph.normalizedNeeds(revision.id()), EdgeKind.ALL))
                        .isEqualTo(below);
            }
        });
    }

    @Test
    void everyOrderPutsNeedsFirstAndIsTheSameTwice() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            RevisionGraph graph = RevisionGraph.of(revisions);
            Set<RevisionId> some = revisions.stream()
                    .map(Revision::id)
                    .filter(id -> (id.hashCode() + revisions.size()) % 3 != 0)
                    .collect(Collectors.toSet());

            List<RevisionId> order = graph.order(some);

            assertThat(order).containsExactlyInAnyOrderElementsOf(some);
            assertNeedsFirst(graph, order);
            assertThat(RevisionGraph.of(revisions).order(some)).isEqualTo(order);
        });
    }

    private static void assertNeedsFirst(RevisionGraph graph, List<RevisionId> order) {
        Set<RevisionId> later = new HashSet<>(order);
        for (RevisionId id : order) {
            later.remove(id);
            assertThat(graph.ancestorsAndSelf(List.of(id), EdgeKind.ALL)).noneMatch(later::contains);
        }
    }

    private static List<RevisionId> where(List<Revision> revisions, Predicate<RevisionId> condition) {
        return revisions.stream().map(Revision::id).filter(condition).toList();
    }
}
