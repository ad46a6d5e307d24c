package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.graph;
import static dev.athanor.migration.graph.GraphNotation.heads;
import static dev.athanor.migration.graph.GraphNotation.id;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionGraphTests {

    private static final String FORK = "a <- b <- c1#left <- d1, b <- c2#right <- d2";

    @Test
    void aDependencyIsNoHeadOfTheDatabaseButAHeadOfItsLine() {
        RevisionGraph graph = graph("a1 <- a2, b1 <- b2!a2");

        assertThat(graph.heads()).isEqualTo(ids("a2 b2"));
        assertThat(graph.realHeads()).isEqualTo(ids("b2"));
        assertThat(graph.current(heads("b2"))).isEqualTo(ids("a2 b2"));
        assertThat(graph.applied(heads("b2"))).containsExactlyElementsOf(ids("a1 a2 b1 b2"));
    }

    @Test
    void aBaseThatOnlyDependsIsNoRealBase() {
        RevisionGraph graph = graph("a <- b, c!a");

        assertThat(graph.bases()).isEqualTo(ids("a c"));
        assertThat(graph.realBases()).isEqualTo(ids("a"));
    }

    @Test
    void everyLineAboveAForkComesDownBeforeTheFork() {
        RevisionGraph graph = graph(FORK);

        assertThat(graph.history()).isEqualTo(ids("d1 c1 d2 c2 b a"));
        assertThat(graph.order(ids("a b c1 c2"))).isEqualTo(ids("a b c2 c1"));
        assertThat(graph.branchPoints()).isEqualTo(ids("b"));
        assertThat(graph.mergePoints()).isEmpty();
    }

    @Test
    void orderLeavesOutWhatLiesBetween() {
        RevisionGraph graph = graph("a <- b <- c <- d");

        assertThat(graph.order(ids("d a"))).isEqualTo(ids("a d"));
    }

    @Test
    void headsOfASetAreWhatNoOtherMemberNeeds() {
        RevisionGraph graph = graph("a <- b <- c, d!b");

        assertThat(graph.headsOf(ids("a c d"))).isEqualTo(heads("c d"));
        assertThat(graph.headsOf(ids("a d"))).isEqualTo(heads("d"));
        assertThat(graph.headsOf(List.of())).isEqualTo(CurrentHeads.NONE);
    }

    @Test
    void aDependencyThatTheLineAlreadyHasIsDropped() {
        RevisionGraph graph = graph("a1 <- a2, b1 <- b2!a2 <- b3!a2");

        assertThat(graph.normalizedNeeds(id("b2"))).isEqualTo(ids("b1 a2"));
        assertThat(graph.normalizedNeeds(id("b3"))).isEqualTo(ids("b2"));
        assertThat(graph.needs(id("b3"), EdgeKind.ALL)).isEqualTo(ids("b2 a2"));
    }

    @Test
    void aLabelReachesUpTheBranchAndDownToTheFork() {
        RevisionGraph graph = graph("a <- b <- c <- d#left <- e, b <- x");

        assertThat(graph.branchLabels(id("e"))).isEqualTo(Set.of("left"));
        assertThat(graph.branchLabels(id("c"))).isEqualTo(Set.of("left"));
        assertThat(graph.branchLabels(id("b"))).isEmpty();
        assertThat(graph.branchLabels(id("x"))).isEmpty();
        assertThat(graph.branchLabels()).containsExactly("left");
        assertThat(graph.labelled("left")).contains(id("d"));
        assertThat(graph.labelled("right")).isEmpty();
    }

    @Test
    void knowsWhichRowsItDoesNotKnow() {
        RevisionGraph graph = graph("a");

        assertThat(graph.unknown(heads("a zz"))).isEqualTo(ids("zz"));
        assertThat(graph.find(id("zz"))).isEmpty();
        assertThat(graph.find(id("a"))).map(Revision::id).contains(id("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.children(id("zz"), EdgeKind.ALL))
                .withMessage("Not in the graph: zz");
    }

    @Test
    void noRevisionsAreAGraphToo() {
        RevisionGraph graph = RevisionGraph.of(List.of());

        assertThat(graph.heads()).isEmpty();
        assertThat(graph.history()).isEmpty();
    }
}
