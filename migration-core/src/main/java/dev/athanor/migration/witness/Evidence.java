package dev.athanor.migration.witness;

import dev.athanor.migration.witness.UndescribedDifference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what the witness saw: the rows of the catalogs at one moment, with names in place of numbers.
 *
 * @since 0.1.0
 */
public final class Evidence {

    /**
     * Holds a row.
     *
     * @param catalog the catalog
     * @param columns the columns that are compared
     * @param key what identifies the row
     * @param object the object that the row describes
     * @param owner the object that it is a part of, or itself
     * @param values the values of the columns
     * @param relation the table or view that the row describes a column of, or an empty text
     * @param number the number of that column, or 0
     */
    record Entry(
            String catalog,
            List<String> columns,
            String key,
            String object,
            String owner,
            List<String> values,
            String relation,
            int number) {}

    private final Map<Bucket, List<Entry>> entries;

    Evidence(Map<Bucket, List<Entry>> entries) {
        this.entries = entries;
    }

    /** Returns the number of rows. */
    public int size() {
        return entries.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the differences from an earlier state to this one, sorted. */
    public List<UndescribedDifference> since(Evidence before) {
        Map<String, List<Entry>> earlier = unlike(before, this);
        Map<String, List<Entry>> later = unlike(this, before);
        List<UndescribedDifference> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(earlier.keySet());
        keys.addAll(later.keySet());
        for (String key : keys) {
            List<Entry> gone = earlier.getOrDefault(key, List.of());
            List<Entry> added = later.getOrDefault(key, List.of());
            addDifference(found, missing(gone, added), missing(added, gone));
        }
        return withoutConsequences(found);
    }

    /** Returns the rows of the buckets that were read again, by their key. */
    private static Map<String, List<Entry>> unlike(Evidence one, Evidence other) {
        Map<String, List<Entry>> unlike = new HashMap<>();
        one.entries.forEach((bucket, some) -> {
            if (other.entries.get(bucket) != some) {
                some.forEach(entry -> unlike.computeIfAbsent(
                                entry.catalog() + CatalogSql.SEPARATOR + entry.key(), any -> new ArrayList<>())
                        .add(entry));
            }
        });
        return unlike;
    }

    /**
     * Returns whether the columns of each table are in the same order as in another state. The order is not among the
     * differences.
     */
    public boolean hasColumnsOrderedAs(Evidence other) {
        return order(this, other).equals(order(other, this));
    }

    private static Map<String, List<String>> order(Evidence one, Evidence other) {
        Map<String, TreeMap<Integer, String>> columns = new TreeMap<>();
        unlike(one, other).values().forEach(some -> some.stream()
                .filter(entry -> entry.number() != 0)
                .forEach(entry -> columns.computeIfAbsent(entry.relation(), any -> new TreeMap<>())
                        .put(entry.number(), entry.key())));
        Map<String, List<String>> order = new TreeMap<>();
        columns.forEach((relation, ordered) -> order.put(relation, List.copyOf(ordered.values())));
        return order;
    }

    private static List<Entry> missing(List<Entry> entries, List<Entry> others) {
        List<List<String>> rest =
                new ArrayList<>(others.stream().map(Entry::values).toList());
        return entries.stream().filter(entry -> !rest.remove(entry.values())).toList();
    }

    private static void addDifference(List<UndescribedDifference> found, List<Entry> gone, List<Entry> added) {
        if (!gone.isEmpty() && !added.isEmpty()) {
            found.add(difference(added.get(0), Kind.CHANGED, columns(gone.get(0), added.get(0))));
        } else if (!gone.isEmpty()) {
            found.add(difference(gone.get(0), Kind.REMOVED, List.of()));
        } else if (!added.isEmpty()) {
            found.add(difference(added.get(0), Kind.ADDED, List.of()));
        }
    }

    private static UndescribedDifference difference(Entry entry, Kind kind, List<String> columns) {
        return new UndescribedDifference(entry.catalog(), entry.object(), entry.owner(), kind, columns);
    }

    private static List<String> columns(Entry before, Entry after) {
        List<String> columns = new ArrayList<>();
        for (int at = 0; at < after.values().size(); at++) {
            if (!after.values().get(at).equals(before.values().get(at))) {
                columns.add(after.columns().get(at));
            }
        }
        return columns;
    }

    /** Leaves out what follows from another difference: the parts of an object that is gone, and its dependencies. */
    private static List<UndescribedDifference> withoutConsequences(List<UndescribedDifference> found) {
        Map<String, UndescribedDifference> whole = new HashMap<>();
        Set<String> direct = new HashSet<>();
        for (UndescribedDifference one : found) {
            if (!isDependency(one)) {
                direct.add(one.owner());
            }
            if (one.kind() != Kind.CHANGED && one.object().equals(one.owner()) && !isDependency(one)) {
                whole.merge(one.owner(), one, (known, other) -> other.catalog().equals("pg_class") ? other : known);
            }
        }
        return found.stream()
                .filter(one -> whole.getOrDefault(one.owner(), one) == one)
                .filter(one -> !isDependency(one) || !direct.contains(one.owner()))
                .sorted()
                .toList();
    }

    private static boolean isDependency(UndescribedDifference one) {
        return one.catalog().equals("pg_depend") || one.catalog().equals("pg_shdepend");
    }
}
