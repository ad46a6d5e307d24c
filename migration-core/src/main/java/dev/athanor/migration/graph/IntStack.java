package dev.athanor.migration.graph;

import java.util.Arrays;

/** Stores numbers on a stack, so that no walk of the graph has to recurse. */
final class IntStack {

    private int[] values = new int[16];
    private int size;

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    int peek() {
        return values[size - 1];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
