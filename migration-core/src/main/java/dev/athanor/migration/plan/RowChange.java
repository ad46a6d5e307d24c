package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One statement against the version table.
 *
 * @since 0.1.0
 */
public sealed interface RowChange {

    /** Returns the visitor's answer for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of change: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Insert}. */
        R insert(Insert change);

        /** Answers for {@link Delete}. */
        R delete(Delete change);

        /** Answers for {@link Update}. */
        R update(Update change);
    }

    /** A row more. */
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

    /** A row less. */
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

    /** A row that changes its id. */
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
     * What turns some rows into others: deletes, then inserts, then updates, as many as possible of these.
     *
     * <p>A merge deletes all rows but the last and updates that one; an unmerge inserts all but the last.
     */
    static List<RowChange> between(Heads before, Heads after) {
        return between(before, after, Comparator.naturalOrder());
    }

    /** The same, with the rows that come and go in another order than by id. */
    static List<RowChange> between(Heads before, Heads after, Comparator<RevisionId> order) {
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
