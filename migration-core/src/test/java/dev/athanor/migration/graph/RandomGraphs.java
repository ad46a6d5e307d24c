package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Creates small random graphs with several bases, forks, merges, and dependencies by id and by label. */
public final class RandomGraphs {

    private final Random random;
    private final List<Revision> oldestFirst = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    private RandomGraphs(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the given number of graphs, which are the same on every call. */
    public static Stream<List<Revision>> graphs(int count) {
        return LongStream.range(0, count).mapToObj(seed -> new RandomGraphs(seed).revisions());
    }

    private List<Revision> revisions() {
        int size = 1 + random.nextInt(14);
        for (int number = 0; number < size; number++) {
            oldestFirst.add(revision("r" + number));
        }
        List<Revision> inLoadOrder = new ArrayList<>(oldestFirst);
        Collections.shuffle(inLoadOrder, random);
        return inLoadOrder;
    }

    private Revision revision(String id) {
        Set<RevisionId> down = new LinkedHashSet<>();
        int parents = random.nextInt(6) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
        for (int parent = 0; parent < parents && !oldestFirst.isEmpty(); parent++) {
            down.add(any().id());
        }
        List<String> dependsOn = new ArrayList<>();
        for (int chance = 0; chance < 2 && !oldestFirst.isEmpty(); chance++) {
            if (random.nextInt(4) == 0) {
                dependsOn.add(dependency());
            }
        }
        List<String> own = random.nextInt(5) == 0 ? List.of("label" + id) : List.of();
        labels.addAll(own);
        return new Revision(new RevisionId(id), List.copyOf(down), dependsOn, own);
    }

    private String dependency() {
        return !labels.isEmpty() && random.nextBoolean()
                ? labels.get(random.nextInt(labels.size()))
                : any().id().value();
    }

    private Revision any() {
        return oldestFirst.get(random.nextInt(oldestFirst.size()));
    }
}
