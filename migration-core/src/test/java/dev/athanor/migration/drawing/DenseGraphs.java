package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Creates graphs that are denser than those of any project: merges of up to five revisions, with up to four
 * dependencies each.
 */
final class DenseGraphs {

    private DenseGraphs() {}

    /** Returns the given number of graphs, which are the same on every call. */
    static Stream<RevisionGraph> graphs(int count) {
        return LongStream.range(0, count).mapToObj(seed -> graph(new Random(seed)));
    }

    private static RevisionGraph graph(Random random) {
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            List<RevisionId> down = some(random, 6, number);
            List<String> dependsOn =
                    some(random, 5, number).stream().map(RevisionId::value).toList();
            revisions.add(new Revision(id(number), down, dependsOn, List.of()));
        }
        return RevisionGraph.of(revisions);
    }

    private static List<RevisionId> some(Random random, int bound, int number) {
        return number == 0
                ? List.of()
                : IntStream.generate(() -> random.nextInt(number))
                        .limit(random.nextInt(bound))
                        .distinct()
                        .mapToObj(DenseGraphs::id)
                        .toList();
    }

    private static RevisionId id(int number) {
        return new RevisionId("r" + number);
    }
}
