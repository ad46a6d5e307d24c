package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Creates graphs of the size that ten busy years leave behind. */
public final class LargeGraphs {

    private LargeGraphs() {}

    public static List<Revision> line(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> number == 0 ? revision(0) : revision(number, number - 1))
                .toList();
    }

    /** Returns forks and merges, one after the other. */
    public static List<Revision> ladder(int size) {
        List<Revision> revisions = new ArrayList<>(List.of(revision(0)));
        while (revisions.size() < size) {
            int fork = revisions.size() - 1;
            revisions.add(revision(fork + 1, fork));
            revisions.add(revision(fork + 2, fork));
            revisions.add(revision(fork + 3, fork + 1, fork + 2));
        }
        return revisions;
    }

    /** Returns many heads on one base. */
    public static List<Revision> fan(int heads) {
        List<Revision> revisions = new ArrayList<>(List.of(revision(0)));
        for (int head = 1; head <= heads; head++) {
            revisions.add(revision(head, 0));
        }
        return revisions;
    }

    /** Returns long lines next to each other on one base. */
    public static List<Revision> broom(int lines, int length) {
        List<Revision> revisions = new ArrayList<>(List.of(revision(0)));
        for (int number = 0; number < lines * length; number++) {
            revisions.add(revision(number + 1, number % length == 0 ? 0 : number));
        }
        return revisions;
    }

    /** Returns a line that forks at random places again and again: a quarter of the revisions are heads. */
    public static List<Revision> thicket(int size) {
        Random random = new Random(size);
        List<Revision> revisions = new ArrayList<>(List.of(revision(0)));
        for (int number = 1; number < size; number++) {
            revisions.add(revision(number, random.nextInt(3) == 0 ? random.nextInt(number) : number - 1));
        }
        return revisions;
    }

    /** Returns two lines, in which each revision of the second one depends on its neighbour. */
    public static List<Revision> coupledLines(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> new Revision(
                        id(number),
                        number < 2 ? List.of() : List.of(id(number - 2)),
                        number % 2 == 0 ? List.of() : List.of(id(number - 1).value()),
                        List.of()))
                .toList();
    }

    /** Returns the same revisions, each with a branch label of its own. */
    public static List<Revision> labelled(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> new Revision(
                        revision.id(), revision.downRevisions(), revision.dependsOn(), List.of("on_" + revision.id())))
                .toList();
    }

    /** Returns the revisions, with a further one that merges all heads. */
    public static List<Revision> merged(List<Revision> revisions) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(new Revision(
                new RevisionId("merge"), RevisionGraph.of(revisions).heads(), List.of(), List.of()));
        return more;
    }

    /** Returns random revisions with forks, merges, several bases and dependencies. */
    public static List<Revision> random(int size, long seed) {
        Random random = new Random(seed);
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            int bound = number;
            int parents = number == 0 || random.nextInt(200) == 0 ? 0 : random.nextInt(6) == 0 ? 2 : 1;
            List<RevisionId> down = IntStream.range(0, parents)
                    .map(parent -> Math.max(0, bound - 1 - random.nextInt(30)))
                    .distinct()
                    .mapToObj(LargeGraphs::id)
                    .toList();
            List<String> dependsOn = number > 0 && random.nextInt(4) == 0
                    ? List.of(id(random.nextInt(number)).value())
                    : List.of();
            revisions.add(new Revision(id(number), down, dependsOn, List.of()));
        }
        return revisions;
    }

    private static Revision revision(int number, int... down) {
        return new Revision(
                id(number), IntStream.of(down).mapToObj(LargeGraphs::id).toList(), List.of(), List.of());
    }

    private static RevisionId id(int number) {
        return new RevisionId(String.format("r%06d", number));
    }
}
