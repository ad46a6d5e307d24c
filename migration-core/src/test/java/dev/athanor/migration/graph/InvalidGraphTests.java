package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.id;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static dev.athanor.migration.graph.GraphNotation.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidGraphTests {

    @Test
    void namesEveryProblemAtOnce() {
        List<Revision> revisions = new ArrayList<>(revisions("a#left, b#left <- c!nolabel, x <- y <- x, y <- z"));
        revisions.add(new Revision(id("d"), ids("gone"), List.of(), List.of("a")));
        revisions.add(new Revision(id("d"), ids("a"), List.of(), List.of()));

        InvalidGraphException refused = refused(revisions);

        assertThat(refused.problem()).isEqualTo("""
                        Revision d is present twice.
                        Branch label 'left' is declared by a and b.
                        Branch label 'a' of revision d is also a revision's id.
                        Revision c depends on nolabel, which is neither the full id nor a branch label of any revision.
                        Revision d revises gone, which does not exist.
                        Cycle: x needs y needs x.""");
        assertThat(refused.action())
                .isEqualTo(
                        "Correct the headers (`Revision ID`, `Revises`, `Depends On`, `Branch Labels`) of d, a, b, c,"
                                + " x and y, then run `migration validate`.");
    }

    @Test
    void namesTheFullPathOfACycleThatABaseAndAHeadWouldHide() {
        InvalidGraphException refused = refused(revisions("x <- a <- b <- c <- d <- a, b <- h1, d <- h2"));

        assertThat(refused.problems()).containsExactly(new GraphProblem.Cycle(EdgeKind.DOWN_REVISIONS, ids("a d c b")));
        assertThat(refused.problem()).isEqualTo("Cycle: a needs d needs c needs b needs a.");
    }

    @Test
    void namesACycleThatADependencyCloses() {
        InvalidGraphException refused = refused(revisions("a!c <- b <- c"));

        assertThat(refused.problems()).containsExactly(new GraphProblem.Cycle(EdgeKind.ALL, ids("a c b")));
        assertThat(refused.problem()).isEqualTo("Dependency cycle: a needs c needs b needs a.");
    }

    @Test
    void namesARevisionThatNeedsItself() {
        assertThat(refused(revisions("a <- a")).problem()).isEqualTo("Revision a revises itself.");
        assertThat(refused(revisions("a!a")).problem()).isEqualTo("Revision a depends on itself.");
        assertThat(refused(revisions("a#one!one")).problem()).isEqualTo("Revision a depends on itself.");
    }

    @Test
    void takesNoBeginningOfAnIdForADependency() {
        assertThat(refused(revisions("abcdef <- b!abcd")).problems())
                .containsExactly(new GraphProblem.MissingDependency(id("b"), "abcd"));
    }

    @Test
    void namesALabelThatTargetsCouldNotWrite() {
        InvalidGraphException refused =
                refused(List.of(new Revision(id("a"), List.of(), List.of(), List.of("left-hand", "head"))));

        assertThat(refused.problem()).isEqualTo("""
                        Branch label 'left-hand' of revision a contains '-'.
                        Branch label 'head' of revision a is a word of the target syntax.""");
    }

    @Test
    void saysWhichRevisionsAProblemIsAbout() {
        assertThat(refused(revisions("a#left, b#left")).problems().get(0).revisions())
                .isEqualTo(ids("a b"));
        assertThat(new GraphProblem.MissingDownRevision(id("a"), id("gone")).revisions())
                .isEqualTo(ids("a"));
        assertThat(new GraphProblem.LabelIsRevisionId("b", id("a")).revisions()).isEqualTo(ids("a b"));
        assertThat(new GraphProblem.DuplicateId(id("a"), 3).describe()).isEqualTo("Revision a is present 3 times.");
    }

    @Test
    void aCycleOfTenThousandIsFoundAndShownInShort() {
        List<Revision> revisions = new ArrayList<>(LargeGraphs.line(10_000));
        revisions.set(0, new Revision(id("r000000"), ids("r009999"), List.of(), List.of()));

        GraphProblem.Cycle cycle =
                (GraphProblem.Cycle) refused(revisions).problems().get(0);

        assertThat(cycle.path()).hasSize(10_000);
        assertThat(cycle.describe())
                .startsWith("Cycle: r000000 needs r009999 needs r009998 needs ")
                .endsWith(" needs r009981 needs … 9980 more … needs r000000.");
    }

    @Test
    void findsEveryCycleThatThereIsAndNoOther() {
        AtomicInteger cyclic = new AtomicInteger();
        Random random = new Random(7);
        for (int number = 0; number < 5_000; number++) {
            List<Revision> revisions = anyEdges(random);
            if (isCyclic(revisions)) {
                cyclic.incrementAndGet();
                assertThat(refused(revisions).problems())
                        .allSatisfy(problem -> assertIsCycle(revisions, (GraphProblem.Cycle) problem));
            } else {
                assertThat(RevisionGraph.of(revisions).history()).hasSameSizeAs(revisions);
            }
        }
        assertThat(cyclic.get()).isBetween(1_000, 4_000);
    }

    private static List<Revision> anyEdges(Random random) {
        int size = 2 + random.nextInt(6);
        return IntStream.range(0, size)
                .mapToObj(number -> new Revision(
                        id("r" + number),
                        random.nextInt(3) == 0 ? List.of() : List.of(id("r" + random.nextInt(size))),
                        random.nextInt(6) > 0 ? List.of() : List.of("r" + random.nextInt(size)),
                        List.of()))
                .toList();
    }

    private static boolean isCyclic(List<Revision> revisions) {
        NaiveGraph naive = new NaiveGraph(revisions);
        Set<RevisionId> left = new HashSet<>(naive.all());
        while (left.removeIf(id -> naive.needs(id, EdgeKind.ALL).stream().noneMatch(left::contains))) {
            // one more layer of revisions that need nothing that is left
        }
        return !left.isEmpty();
    }

    private static void assertIsCycle(List<Revision> revisions, GraphProblem.Cycle cycle) {
        NaiveGraph naive = new NaiveGraph(revisions);
        List<RevisionId> path = cycle.path();
        assertThat(path).doesNotHaveDuplicates();
        for (int place = 0; place < path.size(); place++) {
            assertThat(naive.needs(path.get(place), cycle.edges())).contains(path.get((place + 1) % path.size()));
        }
    }

    private static InvalidGraphException refused(List<Revision> revisions) {
        return catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(revisions));
    }
}
