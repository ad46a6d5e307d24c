package dev.athanor.migration.graph;

import java.util.Arrays;

/** Keeps the open ends of a walk in a linked list whose slots keep their order while ends are added and removed. */
final class OpenEnds {

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
     * Removes the slot and returns the slot before it, or the first slot if there is none before it; the walk continues
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
