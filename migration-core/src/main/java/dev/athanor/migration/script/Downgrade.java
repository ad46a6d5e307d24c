package dev.athanor.migration.script;

import java.util.List;
import java.util.Optional;

/**
 * Describes the downgrade that a revision script declares.
 *
 * @since 0.1.0
 */
public sealed interface Downgrade {

    /** Calls the visitor's method for this kind of downgrade and returns its result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of downgrade, so that code that forgets a kind does not compile.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** Answers for {@link Reversible}. */
        R reversible(Reversible downgrade);

        /** Answers for {@link Nothing}. */
        R nothing(Nothing downgrade);

        /** Answers for {@link Irreversible}. */
        R irreversible(Irreversible downgrade);

        /** Answers for {@link Empty}. */
        R empty(Empty downgrade);

        /** Answers for {@link Unreadable}. */
        R unreadable(Unreadable downgrade);

        /** Answers for {@link Missing}. */
        R missing(Missing downgrade);
    }

    /**
     * Returns the section that takes the revision back, which has no statements if there is nothing to take back, or
     * empty if the revision cannot be taken back.
     */
    Optional<Section> wayBack();

    /**
     * Represents {@code -- @downgrade} with statements, or without any if the upgrade has none either (a merge point).
     */
    record Reversible(Section section) implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reversible(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.of(section);
        }
    }

    /**
     * Represents {@code -- @downgrade nothing}: the upgrade left the schema unchanged, so that only the version table
     * changes.
     */
    record Nothing() implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.of(Section.empty(TransactionMode.TRANSACTIONAL));
        }
    }

    /** Represents {@code -- @downgrade irreversible}, which is refused before anything is touched. */
    record Irreversible() implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.irreversible(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.empty();
        }
    }

    /**
     * Represents a section without statements although the upgrade has some; it is refused, and {@code validate}
     * reports it.
     */
    record Empty() implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.empty(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.empty();
        }
    }

    /**
     * Represents a downgrade that cannot be read from the script or from the history; it is refused, and {@code
     * validate} reports its problems.
     *
     * @param problems the problems, at least one, in file order
     */
    record Unreadable(List<ScriptProblem> problems) implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreadable(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.empty();
        }

        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /** Represents a missing {@code @downgrade} section; it is refused, and {@code validate} reports it. */
    record Missing() implements Downgrade {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missing(this);
        }

        @Override
        public Optional<Section> wayBack() {
            return Optional.empty();
        }
    }
}
