package dev.athanor.migration.plan;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Represents one statement against the version table.
 *
 * @since 0.1.0
 */
public sealed interface RowChange {

    /** Returns the result of the visitor for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of change, so that code that forgets a kind does not compile.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** Answers for {@link Insert}. */
        R insert(Insert change);

        /** Answers for {@link Delete}. */
        R delete(Delete change);

        /** Answers for {@link Update}. */
        R update(Update change);
    }

    /** Inserts a row. */
    record Insert(RevisionId revision) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }

        @Override
        public String toString() {
            return "insert " + revision;
        }
    }

    /** Deletes a row. */
    record Delete(RevisionId revision) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }

        @Override
        public String toString() {
            return "delete " + revision;
        }
    }

    /** Updates the id of a row. */
    record Update(RevisionId from, RevisionId to) implements RowChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }

        @Override
        public String toString() {
            return "update " + from + " to " + to;
        }
    }

    /**
     * Returns the changes that turn some rows into others: deletes, then inserts, then as many updates as possible.
     *
     * <p>A merge deletes all rows but the last and updates that row. An unmerge inserts all rows but the last.
     */
    static List<RowChange> between(CurrentHeads before, CurrentHeads after) {
        return between(before, after, Comparator.naturalOrder());
    }

    /** Returns the changes that turn some rows into others, with removed and added rows in the given order. */
    static List<RowChange> between(CurrentHeads before, CurrentHeads after, Comparator<RevisionId> order) {
        List<RevisionId> gone = before.minus(after).stream().sorted(order).toList();
        List<RevisionId> come = after.minus(before).stream().sorted(order).toList();
        int updates = Math.min(gone.size(), come.size());
        List<RowChange> changes = new ArrayList<>();
        gone.subList(0, gone.size() - updates).forEach(id -> changes.add(new Delete(id)));
        come.subList(0, come.size() - updates).forEach(id -> changes.add(new Insert(id)));
        for (int left = updates; left > 0; left--) {
            changes.add(new Update(gone.get(gone.size() - left), come.get(come.size() - left)));
        }
        return List.copyOf(changes);
    }
}
