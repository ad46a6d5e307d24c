package dev.athanor.migration.graph;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Lists distinct values in order, immutably. A list that differs from another in few values shares the rest with it.
 *
 * <p>The rows before and after each of many steps therefore take little memory, and their difference is found without
 * reading all rows. The list is a search tree whose shape follows from its values alone (a treap with hashes as
 * priorities): two lists of the same values have the same shape, however they were made.
 *
 * @param <T> the type of the values, which must have hash codes consistent with their order
 */
final class SharedSorted<T extends Comparable<T>> extends AbstractList<T> {

    private final @Nullable Node<T> root;

    private SharedSorted(@Nullable Node<T> root) {
        this.root = root;
    }

    static <T extends Comparable<T>> SharedSorted<T> of(Collection<T> values) {
        return values instanceof SharedSorted<T> shared ? shared : new SharedSorted<>(build(values));
    }

    SharedSorted<T> with(T value) {
        return holds(value) ? this : new SharedSorted<>(insert(root, new Node<>(value, null, null)));
    }

    SharedSorted<T> without(T value) {
        return holds(value) ? new SharedSorted<>(remove(root, value)) : this;
    }

    /** Returns the values of both lists; the more the lists already share, the less work this takes. */
    SharedSorted<T> and(SharedSorted<T> others) {
        return new SharedSorted<>(union(root, others.root));
    }

    /** Returns the values that {@code others} does not contain, in order. */
    List<T> minus(SharedSorted<T> others) {
        List<T> rest = new ArrayList<>();
        collect(root, others.root, rest);
        return rest;
    }

    @Override
    public int size() {
        return size(root);
    }

    @Override
    public T get(int index) {
        int left = index;
        Node<T> node = root;
        while (node != null) {
            int lower = size(node.lower);
            if (left == lower) {
                return node.value;
            }
            node = left < lower ? node.lower : node.higher;
            left = left < lower ? left : left - lower - 1;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** Returns whether the list contains the value, like {@link #contains} but with a few comparisons only. */
    boolean holds(T value) {
        Node<T> node = root;
        int comparison = -1;
        while (node != null && comparison != 0) {
            comparison = value.compareTo(node.value);
            node = comparison < 0 ? node.lower : node.higher;
        }
        return comparison == 0;
    }

    @Override
    public Iterator<T> iterator() {
        return new InOrder<>(root);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedSorted<?> values ? same(root, values.root) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Represents a subtree, whose own value has the highest priority in it. */
    private static final class Node<T extends Comparable<T>> {

        private final T value;
        private final @Nullable Node<T> lower;
        private final @Nullable Node<T> higher;
        private final int size;

        Node(T value, @Nullable Node<T> lower, @Nullable Node<T> higher) {
            this.value = value;
            this.lower = lower;
            this.higher = higher;
            this.size = 1 + SharedSorted.size(lower) + SharedSorted.size(higher);
        }

        boolean isAbove(Node<T> other) {
            int comparison = Integer.compare(priority(value), priority(other.value));
            return comparison > 0 || comparison == 0 && value.compareTo(other.value) > 0;
        }

        /** Returns a priority that differs widely even for values that differ in their last characters only. */
        private static int priority(Object value) {
            int hash = value.hashCode() * 0x9E3779B9;
            hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
            return hash ^ hash >>> 13;
        }

        Node<T> withLower(@Nullable Node<T> other) {
            return other == lower ? this : new Node<>(value, other, higher);
        }

        Node<T> withHigher(@Nullable Node<T> other) {
            return other == higher ? this : new Node<>(value, lower, other);
        }
    }

    /** Holds the values below and above a given value. */
    private record Split<T extends Comparable<T>>(
            @Nullable Node<T> lower, @Nullable Node<T> higher) {

        static <T extends Comparable<T>> Split<T> of(@Nullable Node<T> tree, T value) {
            if (tree == null) {
                return new Split<>(null, null);
            }
            int comparison = value.compareTo(tree.value);
            if (comparison == 0) {
                return new Split<>(tree.lower, tree.higher);
            }
            if (comparison < 0) {
                Split<T> split = of(tree.lower, value);
                return new Split<>(split.lower, tree.withLower(split.higher));
            }
            Split<T> split = of(tree.higher, value);
            return new Split<>(tree.withHigher(split.lower), split.higher);
        }
    }

    private static final class InOrder<T extends Comparable<T>> implements Iterator<T> {

        private final List<Node<T>> open = new ArrayList<>();

        InOrder(@Nullable Node<T> root) {
            descend(root);
        }

        private void descend(@Nullable Node<T> from) {
            for (Node<T> node = from; node != null; node = node.lower) {
                open.add(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public T next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<T> node = open.remove(open.size() - 1);
            descend(node.higher);
            return node.value;
        }
    }

    private static int size(@Nullable Node<?> tree) {
        return tree == null ? 0 : tree.size;
    }

    private static <T extends Comparable<T>> @Nullable Node<T> build(Collection<T> values) {
        Node<T> root = null;
        for (T value : values) {
            root = insert(root, new Node<>(value, null, null));
        }
        return root;
    }

    private static <T extends Comparable<T>> Node<T> insert(@Nullable Node<T> tree, Node<T> single) {
        if (tree == null || single.isAbove(tree)) {
            Split<T> split = Split.of(tree, single.value);
            return new Node<>(single.value, split.lower, split.higher);
        }
        int comparison = single.value.compareTo(tree.value);
        if (comparison == 0) {
            return tree;
        }
        return comparison < 0
                ? new Node<>(tree.value, insert(tree.lower, single), tree.higher)
                : new Node<>(tree.value, tree.lower, insert(tree.higher, single));
    }

    private static <T extends Comparable<T>> @Nullable Node<T> remove(@Nullable Node<T> tree, T value) {
        if (tree == null) {
            return null;
        }
        int comparison = value.compareTo(tree.value);
        if (comparison == 0) {
            return join(tree.lower, tree.higher);
        }
        return comparison < 0 ? tree.withLower(remove(tree.lower, value)) : tree.withHigher(remove(tree.higher, value));
    }

    private static <T extends Comparable<T>> @Nullable Node<T> join(@Nullable Node<T> lower, @Nullable Node<T> higher) {
        if (lower == null || higher == null) {
            return lower == null ? higher : lower;
        }
        return lower.isAbove(higher)
                ? lower.withHigher(join(lower.higher, higher))
                : higher.withLower(join(lower, higher.lower));
    }

    private static <T extends Comparable<T>> @Nullable Node<T> union(@Nullable Node<T> one, @Nullable Node<T> other) {
        if (one == null || other == null || one == other) {
            return one == null ? other : one;
        }
        Node<T> upper = one.value.equals(other.value) || one.isAbove(other) ? one : other;
        Node<T> rest = upper == one ? other : one;
        Split<T> split = Split.of(rest, upper.value);
        return upper.withLower(union(upper.lower, split.lower)).withHigher(union(upper.higher, split.higher));
    }

    /** Collects the values that the other tree lacks, skipping subtrees that both trees share. */
    private static <T extends Comparable<T>> void collect(
            @Nullable Node<T> tree, @Nullable Node<T> others, List<T> rest) {
        if (tree == null || tree == others) {
            return;
        }
        Split<T> split = Split.of(others, tree.value);
        collect(tree.lower, split.lower, rest);
        if (size(split.lower) + size(split.higher) == size(others)) {
            rest.add(tree.value);
        }
        collect(tree.higher, split.higher, rest);
    }

    private static boolean same(@Nullable Node<?> one, @Nullable Node<?> other) {
        if (one == null || other == null || one == other) {
            return one == other;
        }
        return one.size == other.size
                && one.value.equals(other.value)
                && same(one.lower, other.lower)
                && same(one.higher, other.higher);
    }
}
