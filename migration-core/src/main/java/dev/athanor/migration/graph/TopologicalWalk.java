package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Alembic's walk down from the tips: one line as far as it goes, every line above a fork before the fork, ties
 * by load order and by the order in which needs are written.
 *
 * <p>Works on a set without gaps: whatever lies between two members is a member. There a revision is blocked by
 * another open tip exactly while one of its own dependents is still to come, so a count decides.
 */
final class TopologicalWalk {

    private final Arrows needs;
    private final Arrows neededBy;
    private final BitSet todo;
    private final int[] waitingFor;
    private final OpenTips tips;
    private final int[] order;
    private final int[] seenBy;
    private final IntStack open = new IntStack();
    private int emitted;
    private int search;

    private TopologicalWalk(Arrows needs, Arrows neededBy, BitSet revisions) {
        this.needs = needs;
        this.neededBy = neededBy;
        this.todo = (BitSet) revisions.clone();
        this.waitingFor = new int[needs.size()];
        this.seenBy = new int[needs.size()];
        this.tips = new OpenTips(needs.size());
        this.order = new int[todo.cardinality()];
    }

    /** The revisions, each one before everything it needs. */
    static int[] tipsFirst(Arrows needs, Arrows neededBy, BitSet revisionsWithoutGaps) {
        return new TopologicalWalk(needs, neededBy, revisionsWithoutGaps).walk();
    }

    private int[] walk() {
        countDependents();
        todo.stream().filter(revision -> waitingFor[revision] == 0).forEach(tips::append);
        int slot = tips.first();
        while (slot != OpenTips.NONE) {
            int candidate = tips.at(slot);
            slot = waitingFor[candidate] > 0 ? firstTipAbove(candidate) : emit(slot, candidate);
        }
        return order;
    }

    private void countDependents() {
        todo.stream().forEach(revision -> {
            for (int need : needs.from(revision)) {
                waitingFor[need]++;
            }
        });
    }

    private int emit(int slot, int revision) {
        order[emitted++] = revision;
        todo.clear(revision);
        for (int need : needs.from(revision)) {
            waitingFor[need]--;
        }
        int[] opened = Arrays.stream(needs.from(revision))
                .filter(need -> todo.get(need) && !tips.isOpen(need))
                .toArray();
        return opened.length == 0 ? tips.close(slot) : open(slot, opened);
    }

    /** The first one goes on in the place of the revision that needed it, the others queue at the end. */
    private int open(int slot, int[] opened) {
        tips.replace(slot, opened[0]);
        for (int later = 1; later < opened.length; later++) {
            tips.append(opened[later]);
        }
        return slot;
    }

    /** The search ends early at the tip that no other one can precede. */
    private int firstTipAbove(int blocked) {
        int earliest = tips.firstBeside(blocked);
        int first = Integer.MAX_VALUE;
        search++;
        open.clear();
        open.push(blocked);
        while (!open.isEmpty() && first != earliest) {
            int[] dependents = neededBy.from(open.pop());
            for (int last = dependents.length - 1; last >= 0; last--) {
                int dependent = dependents[last];
                if (todo.get(dependent) && seenBy[dependent] != search) {
                    seenBy[dependent] = search;
                    open.push(dependent);
                    first = tips.isOpen(dependent) ? Math.min(first, tips.slot(dependent)) : first;
                }
            }
        }
        return first;
    }
}
