package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Represents a place in the graph, as a user writes it. Its meaning depends on the graph, the rows and the command.
 *
 * @since 0.1.0
 */
public sealed interface Target {

    /** Calls the visitor's method for this kind of target and returns its result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of target, so that code that forgets a kind does not compile.
     *
     * @param <R> the type of the result
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
     * Parses {@code head}, {@code heads}, {@code base}, {@code current}, an id, the beginning of an id, a branch label,
     * {@code +2}, {@code -1}, {@code ae10+2}, and each of these behind {@code branch@}.
     *
     * @throws TargetException if the text is anything else, or a range
     */
    static Target parse(String text) {
        return TargetParser.parse(text);
    }

    /**
     * Parses several targets, in their order.
     *
     * @throws TargetException if a text is not a target; describes the first such text
     */
    static List<Target> parseAll(String... texts) {
        return Stream.of(texts).map(Target::parse).toList();
    }

    /** Represents {@code base}, the place before every revision. */
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

    /** Represents {@code head}, the only head. */
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

    /** Represents {@code heads}, all heads. */
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

    /** Represents {@code current}, the rows of the version table, for commands that only read. */
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

    /** Represents a revision id, the beginning of one, or a branch label. */
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

    /** Represents a number of revisions up (positive) or down from a place; from the rows if no place is given. */
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

    /** Represents a target that is resolved on the line of a branch label or revision. */
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
