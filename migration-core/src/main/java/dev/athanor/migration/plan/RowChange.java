package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.util.ArrayList;
import java.util.List;

/** What happens to a row of the version table. */
public sealed interface RowChange {

    /** A row is added. */
    record Insert(RevisionId id) implements RowChange {}

    /** A row is removed. */
    record Delete(RevisionId id) implements RowChange {}

    /** A row becomes another one. */
    record Update(RevisionId from, RevisionId to) implements RowChange {}

    /** The changes that lead from the rows before to the rows after: deletions, then updates, then insertions. */
    static List<RowChange> between(Heads before, Heads after) {
        List<RevisionId> removed = minus(before, after);
        List<RevisionId> added = minus(after, before);
        int updates = Math.min(removed.size(), added.size());
        int deletes = removed.size() - updates;
        List<RowChange> changes = new ArrayList<>();
        removed.subList(0, deletes).forEach(id -> changes.add(new Delete(id)));
        for (int index = 0; index < updates; index++) {
            changes.add(new Update(removed.get(deletes + index), added.get(index)));
        }
        added.subList(updates, added.size()).forEach(id -> changes.add(new Insert(id)));
        return List.copyOf(changes);
    }

    private static List<RevisionId> minus(Heads from, Heads these) {
        return from.ids().stream().filter(id -> !these.contains(id)).toList();
    }
}
