package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of edge, as the revisions write them. What they name but nobody has is left out here and
 * reported by {@link GraphCheck}.
 *
 * @param labels each branch label with the revision that declares it; the first one counts
 * @param down down revisions
 * @param dependencies resolved {@code Depends On}
 * @param needs both, down revisions first
 */
record Edges(Numbering numbering, Map<String, Integer> labels, Arrows down, Arrows dependencies, Arrows needs) {

    static Edges of(Numbering numbering) {
        Map<String, Integer> labels = labels(numbering);
        Arrows down =
                arrows(numbering, revision -> revision.downRevisions().stream().map(numbering::find));
        Arrows dependencies =
                arrows(numbering, revision -> revision.dependsOn().stream().map(name -> find(numbering, labels, name)));
        return new Edges(numbering, labels, down, dependencies, union(down, dependencies));
    }

    private static Map<String, Integer> labels(Numbering numbering) {
        Map<String, Integer> labels = new HashMap<>();
        for (int number = 0; number < numbering.size(); number++) {
            for (String label : numbering.revisions().get(number).branchLabels()) {
                labels.putIfAbsent(label, number);
            }
        }
        return labels;
    }

    private static Arrows arrows(Numbering numbering, Function<Revision, Stream<Integer>> targets) {
        return new Arrows(numbering.revisions().stream()
                .map(revision -> targets.apply(revision)
                        .mapToInt(Integer::intValue)
                        .filter(target -> target >= 0)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new));
    }

    /** The revision that {@code Depends On} means: a full id, else a branch label; -1 where there is none. */
    private static int find(Numbering numbering, Map<String, Integer> labels, String name) {
        @Nullable Integer labelled = labels.get(name);
        if (labelled != null) {
            return labelled;
        }
        return findId(numbering, name);
    }

    private static int findId(Numbering numbering, String name) {
        return IdentifierRules.fault(name) == null ? numbering.find(new RevisionId(name)) : -1;
    }

    boolean isId(String name) {
        return findId(numbering, name) >= 0;
    }

    int find(String idOrLabel) {
        return find(numbering, labels, idOrLabel);
    }

    static Arrows union(Arrows first, Arrows second) {
        return new Arrows(IntStream.range(0, first.size())
                .mapToObj(revision -> union(first.from(revision), second.from(revision)))
                .toArray(int[][]::new));
    }

    private static int[] union(int[] first, int[] second) {
        return second.length == 0
                ? first
                : IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                        .distinct()
                        .toArray();
    }

    List<String> labelNames() {
        return numbering.revisions().stream()
                .flatMap(revision -> revision.branchLabels().stream())
                .toList();
    }
}
