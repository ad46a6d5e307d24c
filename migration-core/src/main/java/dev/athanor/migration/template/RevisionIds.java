package dev.athanor.migration.template;

import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes ids for new revisions.
 *
 * @since 0.1.0
 */
public final class RevisionIds {

    private static final long RANGE = 1L << 48;

    /** Shorter ids and labels are found in full only, so they may well begin another id. */
    private static final int SHORTEST_FOR_PREFIX = 4;

    private static final int TRIES = 100;

    private RevisionIds() {}

    /** 12 hex digits that are no id or branch label of the graph, and that do not make the beginning of one ambiguous. */
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
