package dev.athanor.migration.script;

import java.util.List;
import java.util.Optional;

/**
 * What a revision script says of its way back.
 *
 * @since 0.1.0
 */
public sealed interface Downgrade {

    /** Returns the visitor's answer for this kind of downgrade. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of downgrade: code that forgets a kind does not compile.
     *
     * @param <R> the answer
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

    /** What takes the revision back: without statements where there is nothing to take back, empty where nothing can. */
    Optional<Section> wayBack();

    /** {@code -- @downgrade}, with statements, or with none where the upgrade has none either (a merge point). */
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

    /** {@code -- @downgrade nothing}: the upgrade left the schema as it was, so that only the version table changes. */
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

    /** {@code -- @downgrade irreversible}: refused before anything is touched. */
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

    /** No statements although the upgrade has some: refused, and a problem for {@code validate}. */
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
     * Cannot be read, in the script or as the history keeps it: refused, and problems for {@code validate}.
     *
     * @param problems at least one, in the order of the file
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

    /** No section at all: refused, and a problem for {@code validate}. */
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
