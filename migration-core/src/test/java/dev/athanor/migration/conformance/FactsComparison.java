package dev.athanor.migration.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares what a graph knows of itself with the facts of a {@link Case}. */
record FactsComparison(RevisionGraph graph, Case recorded) {

    void assertSame() {
        assertThat(strings(graph.heads())).isEqualTo(fact("heads"));
        assertThat(strings(graph.bases())).isEqualTo(fact("bases"));
        assertThat(strings(graph.realHeads())).containsExactlyInAnyOrderElementsOf(fact("realHeads"));
        assertThat(strings(graph.realBases())).containsExactlyInAnyOrderElementsOf(fact("realBases"));
        assertThat(strings(graph.branchPoints())).containsExactlyInAnyOrderElementsOf(fact("branchPoints"));
        assertThat(strings(graph.mergePoints())).containsExactlyInAnyOrderElementsOf(fact("mergePoints"));
        assertThat(graph.applied(CurrentHeads.of(graph.realHeads()))).hasSameSizeAs(graph.revisions());
        history();
        recorded.facts()
                .get("normalizedDown")
                .properties()
                .forEach(needs -> normalizedNeeds(new RevisionId(needs.getKey()), needs.getValue()));
        recorded.facts()
                .get("branchLabels")
                .properties()
                .forEach(labels -> branchLabels(new RevisionId(labels.getKey()), labels.getValue()));
    }

    private void history() {
        if (recorded.isStable("history")) {
            assertThat(strings(graph.history())).isEqualTo(fact("history"));
        } else {
            assertThat(strings(graph.history())).containsExactlyInAnyOrderElementsOf(fact("history"));
        }
    }

    private void normalizedNeeds(RevisionId revision, JsonNode expected) {
        assertThat(strings(graph.normalizedNeeds(revision)))
                .as("needs of %s", revision)
                .containsExactlyInAnyOrderElementsOf(Case.strings(expected));
    }

    private void branchLabels(RevisionId revision, JsonNode expected) {
        assertThat(graph.branchLabels(revision))
                .as("labels of %s", revision)
                .isEqualTo(Set.copyOf(Case.strings(expected)));
    }

    private List<String> fact(String name) {
        return Case.strings(recorded.facts().get(name));
    }

    private static List<String> strings(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
