package dev.athanor.migration.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Orders revisions by Alembic's walk down from the tips: one line as far as it goes, every line above a fork before the
 * fork, with ties broken by load order and by the order in which needs are written.
 *
 * <p>The walk works on a set without gaps, which contains every revision between two members. In such a set another
 * open tip blocks a revision exactly while one of the revision's own dependents is still to come, so that a count
 * decides.
 */
final class TopologicalWalk {

    private static final int NONE = -1;

    private final AdjacencyLists needs;
    private final AdjacencyLists neededBy;
    private final BitSet todo;
    private final int[] waitingFor;
    private final OpenEnds tips;
    private final int[] order;
    private final int[] seenBy;
    private final int[] behind;
    private final int[] next;
    private final int[] seen;
    private final int[] firstAbove;
    private final int[] spent;
    private final IntStack open = new IntStack();
    private int emitted;
    private int search;
    private int explored = NONE;
    private BitSet above = new BitSet();

    private TopologicalWalk(AdjacencyLists needs, AdjacencyLists neededBy, BitSet revisions) {
        this.needs = needs;
        this.neededBy = neededBy;
        this.todo = (BitSet) revisions.clone();
        this.waitingFor = new int[needs.size()];
        this.seenBy = new int[needs.size()];
        this.behind = new int[needs.size()];
        this.next = new int[needs.size()];
        this.seen = new int[needs.size()];
        this.firstAbove = new int[needs.size()];
        this.spent = new int[needs.size()];
        this.tips = new OpenEnds(needs.size());
        this.order = new int[todo.cardinality()];
    }

    /** Returns the revisions, each before everything that it needs. */
    static int[] tipsFirst(AdjacencyLists needs, AdjacencyLists neededBy, BitSet revisionsWithoutGaps) {
        return new TopologicalWalk(needs, neededBy, revisionsWithoutGaps).walk();
    }

    private int[] walk() {
        countDependents();
        todo.stream().filter(revision -> waitingFor[revision] == 0).forEach(tips::append);
        int slot = tips.first();
        while (slot != OpenEnds.NONE) {
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

    /** Puts the first revision in the place of the one that needed it, and queues the others at the end. */
    private int open(int slot, int[] opened) {
        tips.replace(slot, opened[0]);
        for (int later = 1; later < opened.length; later++) {
            tips.append(opened[later]);
        }
        return slot;
    }

    /**
     * Returns the slot of the first tip above a blocked revision.
     *
     * <p>A tip above a revision is only ever replaced by later ones, so the first tip is never before one found
     * already. Once repeated searches have cost as much as one look at every revision, all revisions above are
     * collected instead.
     */
    private int firstTipAbove(int blocked) {
        if (spent[blocked] > needs.size() && explored != blocked) {
            above = neededBy.reach(blocked);
            above.clear(blocked);
            explored = blocked;
            spent[blocked] = 0;
        }
        firstAbove[blocked] = explored == blocked ? firstExplored(firstAbove[blocked]) : search(blocked);
        return firstAbove[blocked];
    }

    private int firstExplored(int from) {
        int slot = from;
        while (!tips.isOpenAt(slot) || !above.get(tips.at(slot))) {
            slot++;
        }
        return slot;
    }

    /** Searches depth first, and ends early at a tip that no other tip can precede. */
    private int search(int blocked) {
        int earliest = Math.max(tips.firstBeside(blocked), firstAbove[blocked]);
        int first = Integer.MAX_VALUE;
        search++;
        open.clear();
        enter(blocked);
        while (!open.isEmpty() && first > earliest) {
            spent[blocked]++;
            int revision = open.peek();
            int dependent = nextAbove(revision);
            if (dependent == NONE) {
                leave(open.pop());
                continue;
            }
            first = tips.isOpen(dependent) ? Math.min(first, tips.slot(dependent)) : first;
            if (seenBy[dependent] != search && firstAbove[dependent] < first) {
                enter(dependent);
            } else {
                seen[revision] = Math.min(seen[revision], firstFrom(dependent));
            }
        }
        return first;
    }

    /** Starts to visit a revision. Leading dependents that are already in the order are skipped for good. */
    private void enter(int revision) {
        int[] dependents = neededBy.from(revision);
        while (behind[revision] < dependents.length && !todo.get(dependents[behind[revision]])) {
            behind[revision]++;
        }
        next[revision] = behind[revision];
        seenBy[revision] = search;
        seen[revision] = Integer.MAX_VALUE;
        open.push(revision);
    }

    private void leave(int revision) {
        firstAbove[revision] = Math.max(firstAbove[revision], seen[revision]);
        if (!open.isEmpty()) {
            seen[open.peek()] = Math.min(seen[open.peek()], firstFrom(revision));
        }
    }

    private int firstFrom(int revision) {
        return tips.isOpen(revision) ? Math.min(tips.slot(revision), firstAbove[revision]) : firstAbove[revision];
    }

    private int nextAbove(int revision) {
        int[] dependents = neededBy.from(revision);
        while (next[revision] < dependents.length) {
            int dependent = dependents[next[revision]++];
            if (todo.get(dependent)) {
                return dependent;
            }
        }
        return NONE;
    }

    /** Keeps the open ends of a walk in a linked list whose slots keep their order while ends are added and removed. */
    private static final class OpenEnds {

        static final int NONE = -1;

        private final int[] revisionAt;
        private final int[] slotOf;
        private final int[] previous;
        private final int[] next;
        private int first = NONE;
        private int last = NONE;
        private int slots;

        OpenEnds(int revisions) {
            revisionAt = new int[revisions];
            slotOf = new int[revisions];
            previous = new int[revisions];
            next = new int[revisions];
            Arrays.fill(slotOf, NONE);
        }

        int first() {
            return first;
        }

        int at(int slot) {
            return revisionAt[slot];
        }

        boolean isOpen(int revision) {
            return slotOf[revision] != NONE;
        }

        /** Returns whether the slot, which must have been opened before, is still open. */
        boolean isOpenAt(int slot) {
            return slotOf[revisionAt[slot]] == slot;
        }

        int slot(int revision) {
            return slotOf[revision];
        }

        /** Returns the first slot that does not hold the given open revision. */
        int firstBeside(int revision) {
            return first == slotOf[revision] ? next[first] : first;
        }

        void append(int revision) {
            int slot = slots++;
            put(slot, revision);
            previous[slot] = last;
            next[slot] = NONE;
            if (last == NONE) {
                first = slot;
            } else {
                next[last] = slot;
            }
            last = slot;
        }

        void replace(int slot, int revision) {
            slotOf[revisionAt[slot]] = NONE;
            put(slot, revision);
        }

        private void put(int slot, int revision) {
            revisionAt[slot] = revision;
            slotOf[revision] = slot;
        }

        /**
         * Removes the slot and returns the slot before it, or the first slot if there is none before it; the walk
         * continues
         * there.
         */
        int close(int slot) {
            slotOf[revisionAt[slot]] = NONE;
            int before = previous[slot];
            int after = next[slot];
            if (before == NONE) {
                first = after;
            } else {
                next[before] = after;
            }
            if (after == NONE) {
                last = before;
            } else {
                previous[after] = before;
            }
            return before == NONE ? first : before;
        }
    }
}
