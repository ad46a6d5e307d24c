package dev.athanor.migration.template;

import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Creates ids for new revisions.
 *
 * @since 0.1.0
 */
public final class RevisionIds {

    private static final long RANGE = 1L << 48;

    /**
     * Limits which names count as prefixes: shorter ids and labels are only found by their full text, so they may be
     * the beginning of another id.
     */
    private static final int SHORTEST_FOR_PREFIX = 4;

    private static final int TRIES = 100;

    private RevisionIds() {}

    /**
     * Returns 12 random hex digits that are not an id or branch label of the graph, and that do not make the beginning
     * of one ambiguous.
     */
    public static RevisionId random(RandomGenerator random, RevisionGraph graph) {
        List<String> taken = Stream.concat(
                        graph.revisions().stream().map(revision -> revision.id().value()),
                        graph.branchLabels().stream())
                .toList();
        String candidate = candidate(random);
        for (int tries = 1; tries < TRIES && clashes(candidate, taken); tries++) {
            candidate = candidate(random);
        }
        return new RevisionId(candidate);
    }

    private static String candidate(RandomGenerator random) {
        return String.format("%012x", random.nextLong(RANGE));
    }

    private static boolean clashes(String candidate, List<String> taken) {
        return taken.stream()
                .anyMatch(name -> name.startsWith(candidate)
                        || name.length() >= SHORTEST_FOR_PREFIX && candidate.startsWith(name));
    }
}
