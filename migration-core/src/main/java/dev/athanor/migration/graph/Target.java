package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in the graph, as a person writes it; what it means depends on the graph, the rows and the command.
 *
 * @since 0.1.0
 */
public sealed interface Target {

    /** Returns the visitor's answer for this kind of target. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of target: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Base}. */
        R base(Base target);

        /** Answers for {@link Head}. */
        R head(Head target);

        /** Answers for {@link AllHeads}. */
        R allHeads(AllHeads target);

        /** Answers for {@link Current}. */
        R current(Current target);

        /** Answers for {@link Named}. */
        R named(Named target);

        /** Answers for {@link Relative}. */
        R relative(Relative target);

        /** Answers for {@link OnBranch}. */
        R onBranch(OnBranch target);
    }

    /**
     * Reads {@code head}, {@code heads}, {@code base}, {@code current}, an id, the beginning of an id, a branch
     * label, {@code +2}, {@code -1}, {@code ae10+2}, and each of them behind {@code branch@}.
     *
     * @throws TargetException for anything else, and for a range
     */
    static Target parse(String text) {
        return TargetParser.parse(text);
    }

    /**
     * Reads several targets, in their order.
     *
     * @throws TargetException for the first one that is none
     */
    static List<Target> parseAll(String... texts) {
        return Stream.of(texts).map(Target::parse).toList();
    }

    /** {@code base}: before every revision. */
    record Base() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base(this);
        }

        @Override
        public String toString() {
            return "base";
        }
    }

    /** {@code head}: the one head. */
    record Head() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head(this);
        }

        @Override
        public String toString() {
            return "head";
        }
    }

    /** {@code heads}: all of them. */
    record AllHeads() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allHeads(this);
        }

        @Override
        public String toString() {
            return "heads";
        }
    }

    /** {@code current}: the rows of the version table, where a command only looks. */
    record Current() implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current(this);
        }

        @Override
        public String toString() {
            return "current";
        }
    }

    /** A revision id, the beginning of one, or a branch label. */
    record Named(String name) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** So many revisions up (positive) or down from a place; from the rows where no place is given. */
    record Relative(Optional<Target> from, int steps) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relative(this);
        }

        @Override
        public String toString() {
            return from.map(Target::toString).orElse("") + (steps < 0 ? "" : "+") + steps;
        }
    }

    /** A target read on the line of a branch label or revision. */
    record OnBranch(String branch, Target target) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBranch(this);
        }

        @Override
        public String toString() {
            return branch + "@" + target;
        }
    }
}
