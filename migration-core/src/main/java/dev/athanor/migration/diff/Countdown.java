package dev.athanor.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Numbers that wait for others; of those that wait for none the lowest is next, in a knot the lowest of all. */
final class Countdown {

    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] waitsFor;
    private final TreeSet<Integer> left = new TreeSet<>();
    private final TreeSet<Integer> free = new TreeSet<>();

    /**
     * @param earlier for each number those that it waits for
     */
    Countdown(List<Set<Integer>> earlier) {
        waitsFor = new int[earlier.size()];
        earlier.forEach(numbers -> followers.add(new ArrayList<>()));
        for (int number = 0; number < earlier.size(); number++) {
            waitsFor[number] = earlier.get(number).size();
            left.add(number);
            if (waitsFor[number] == 0) {
                free.add(number);
            }
            for (int other : earlier.get(number)) {
                followers.get(other).add(number);
            }
        }
    }

    boolean isOver() {
        return left.isEmpty();
    }

    boolean hasFree() {
        return !free.isEmpty();
    }

    int next() {
        int next = Objects.requireNonNullElseGet(free.pollFirst(), left::first);
        left.remove(next);
        for (int follower : followers.get(next)) {
            waitsFor[follower]--;
            if (waitsFor[follower] == 0 && left.contains(follower)) {
                free.add(follower);
            }
        }
        return next;
    }
}
