package dev.athanor.migration.diff;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts steps into an order that PostgreSQL accepts.
 *
 * <p>A dependent is dropped before the object that it needs and created after it; a name is freed before it is taken.
 * Among steps that may come next, the priority decides. Objects that the text of a function names come before the
 * function, unless that causes a cycle.
 */
final class StepOrder {

    private final List<DiffStep> steps;
    private final List<Set<Integer>> earlier = new ArrayList<>();

    private StepOrder(List<DiffStep> steps) {
        this.steps = steps;
        steps.forEach(step -> earlier.add(new HashSet<>()));
    }

    static List<Operation> of(List<DiffStep> steps, Comparison comparison) {
        List<DiffStep> ranked =
                steps.stream().sorted(Comparator.comparing(DiffStep::rank)).toList();
        StepOrder known = new StepOrder(ranked);
        known.addReplacements();
        known.addNames();
        known.addDrops(comparison.needsBefore());
        known.addCreations(comparison.needsAfter());
        StepOrder withNames = new StepOrder(ranked);
        for (int number = 0; number < ranked.size(); number++) {
            withNames.earlier.get(number).addAll(known.earlier.get(number));
        }
        withNames.addDrops(namedInFunctions(comparison.from(), comparison.before()));
        withNames.addCreations(namedInFunctions(comparison.to(), comparison.after()));
        return withNames.sorted(false).or(() -> known.sorted(true)).orElseThrow();
    }

    private Map<SchemaObject, List<Integer>> index(Function<DiffStep, Set<SchemaObject>> objects) {
        Map<SchemaObject, List<Integer>> index = new HashMap<>();
        for (int number = 0; number < steps.size(); number++) {
            for (SchemaObject object : objects.apply(steps.get(number))) {
                index.computeIfAbsent(object, key -> new ArrayList<>()).add(number);
            }
        }
        return index;
    }

    private void addReplacements() {
        Map<SchemaObject, List<Integer>> makes = index(DiffStep::makes);
        index(DiffStep::removes).forEach((object, removers) -> add(removers, makes.getOrDefault(object, List.of())));
    }

    private void addNames() {
        Map<QualifiedName, List<Integer>> takers = new HashMap<>();
        for (int number = 0; number < steps.size(); number++) {
            for (QualifiedName name : TakenNames.by(steps.get(number).operation())) {
                takers.computeIfAbsent(name, key -> new ArrayList<>()).add(number);
            }
        }
        for (int number = 0; number < steps.size(); number++) {
            for (QualifiedName name : TakenNames.freedBy(steps.get(number).operation())) {
                add(List.of(number), takers.getOrDefault(name, List.of()));
            }
        }
    }

    private void addDrops(Collection<Dependency> needs) {
        Map<SchemaObject, List<Integer>> releases = index(DiffStep::releases);
        Map<SchemaObject, List<Integer>> removes = index(DiffStep::removes);
        for (Dependency need : needs) {
            add(releases.getOrDefault(need.dependent(), List.of()), removes.getOrDefault(need.on(), List.of()));
        }
    }

    private void addCreations(Collection<Dependency> needs) {
        Map<SchemaObject, List<Integer>> makes = index(DiffStep::makes);
        for (Dependency need : needs) {
            add(makes.getOrDefault(need.on(), List.of()), makes.getOrDefault(need.dependent(), List.of()));
        }
    }

    private void add(List<Integer> firsts, List<Integer> seconds) {
        for (int second : seconds) {
            for (int first : firsts) {
                if (first != second) {
                    earlier.get(second).add(first);
                }
            }
        }
    }

    /**
     * Sorts the steps.
     *
     * @param untie whether a cycle is broken; otherwise the result is empty if there is a cycle
     */
    private Optional<List<Operation>> sorted(boolean untie) {
        Waiting waiting = new Waiting(earlier);
        List<Operation> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            if (!waiting.hasFree() && !untie) {
                return Optional.empty();
            }
            sorted.add(steps.get(waiting.next()).operation());
        }
        return Optional.of(sorted);
    }

    /**
     * Returns the possible dependencies of functions whose body is a string. The server does not record them, so every
     * object that the text names counts.
     */
    private static Set<Dependency> namedInFunctions(Schema schema, Inventory inventory) {
        Set<Dependency> named = new HashSet<>();
        for (dev.athanor.migration.schema.Function function : schema.all(dev.athanor.migration.schema.Function.class)) {
            if (FunctionDefinitions.isOpaque(function)) {
                inventory.names().stream()
                        .filter(object -> object.kind().isNamedInFunctions() && !object.equals(function.object()))
                        .filter(object -> FunctionDefinitions.mentions(
                                function, object.name().name()))
                        .forEach(object -> named.add(new Dependency(function.object(), object)));
            }
        }
        return named;
    }

    /**
     * Holds the steps that wait for others. Among those that wait for none, the lowest number is next; in a cycle, the
     * lowest of all.
     */
    private static final class Waiting {

        private final List<List<Integer>> followers = new ArrayList<>();
        private final int[] waitsFor;
        private final TreeSet<Integer> left = new TreeSet<>();
        private final TreeSet<Integer> free = new TreeSet<>();

        /**
         * Creates the set of waiting steps.
         *
         * @param earlier for each number the numbers that it waits for
         */
        Waiting(List<Set<Integer>> earlier) {
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

        boolean isEmpty() {
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
}
