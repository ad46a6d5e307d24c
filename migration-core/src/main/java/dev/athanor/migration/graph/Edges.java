package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds every kind of edge, as the revisions declare them. References to revisions that do not exist are left out here
 * and reported by {@link GraphCheck}.
 *
 * @param labels each branch label with the revision that declares it; if several declare it, the first one counts
 * @param down the down revisions
 * @param dependencies the resolved {@code Depends On} entries
 * @param needs both kinds, down revisions first
 */
record Edges(
        Numbering numbering,
        Map<String, Integer> labels,
        AdjacencyLists down,
        AdjacencyLists dependencies,
        AdjacencyLists needs) {

    static Edges of(Numbering numbering) {
        Map<String, Integer> labels = labels(numbering);
        AdjacencyLists down = arrows(numbering, Revision::downRevisions, numbering::find);
        AdjacencyLists dependencies = arrows(numbering, Revision::dependsOn, name -> find(numbering, labels, name));
        return new Edges(
                numbering, labels, down, dependencies, dependencies.isEmpty() ? down : union(down, dependencies));
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

    private static <T> AdjacencyLists arrows(
            Numbering numbering, Function<Revision, List<T>> targets, ToIntFunction<T> numberOf) {
        int[][] rows = new int[numbering.size()][];
        for (int revision = 0; revision < rows.length; revision++) {
            rows[revision] = numbers(targets.apply(numbering.revisions().get(revision)), numberOf);
        }
        return new AdjacencyLists(rows);
    }

    private static <T> int[] numbers(List<T> targets, ToIntFunction<T> numberOf) {
        return targets.stream()
                .mapToInt(numberOf)
                .filter(number -> number >= 0)
                .distinct()
                .toArray();
    }

    /**
     * Returns the revision that a {@code Depends On} entry names by its branch label or else by its full id, or -1 if
     * there is none.
     */
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

    static AdjacencyLists union(AdjacencyLists first, AdjacencyLists second) {
        int[][] rows = new int[first.size()][];
        for (int revision = 0; revision < rows.length; revision++) {
            rows[revision] = union(first.from(revision), second.from(revision));
        }
        return new AdjacencyLists(rows);
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
