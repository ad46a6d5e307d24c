package dev.athanor.migration.plan;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.JavaCode;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Represents one step of a plan, with the rows of the version table before and after it.
 *
 * @since 0.1.0
 */
public sealed interface Step {

    /** Returns the result of the visitor for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of step, so that code that forgets a kind does not compile.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** Answers for {@link Upgrade}. */
        R upgrade(Upgrade step);

        /** Answers for {@link Downgrade}. */
        R downgrade(Downgrade step);

        /** Answers for {@link Stamp}. */
        R stamp(Stamp step);
    }

    /** Returns the rows before the step. */
    CurrentHeads before();

    /** Returns the rows after the step. */
    CurrentHeads after();

    /** Returns the revisions of the step. */
    List<RevisionId> revisions();

    /** Returns the scripts of the step, dependencies first: the script that it runs, or those that a stamp records. */
    List<RevisionScript> scripts();

    /** Returns the statements that the step sends besides the row changes, in order. */
    default List<Statement> statements() {
        return List.of();
    }

    /** Returns the Java code that the step runs, if there is any. */
    default Optional<JavaCode> code() {
        return Optional.empty();
    }

    /** Describes the step in one phrase: {@code upgrade d382069dacef (add writing styles)}. */
    default String describe() {
        return PlanText.describe(this);
    }

    /** Returns the changes to the version table. */
    default List<RowChange> rowChanges() {
        return RowChange.between(before(), after());
    }

    /** Applies a revision. */
    record Upgrade(RevisionScript script, CurrentHeads before, CurrentHeads after) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.upgrade(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(script.id());
        }

        @Override
        public List<RevisionScript> scripts() {
            return List.of(script);
        }

        @Override
        public List<Statement> statements() {
            return script.upgrade().statements();
        }

        @Override
        public Optional<JavaCode> code() {
            return script.upgrade().code();
        }

        /**
         * Returns the row changes. Of the rows that a merge point joins, the last one in its {@code Revises} is
         * updated, as in Alembic.
         */
        @Override
        public List<RowChange> rowChanges() {
            return RowChange.between(before, after, asWritten(script));
        }
    }

    /** Takes a revision back. */
    record Downgrade(RevisionScript script, CurrentHeads before, CurrentHeads after) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.downgrade(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(script.id());
        }

        @Override
        public List<RevisionScript> scripts() {
            return List.of(script);
        }

        @Override
        public List<Statement> statements() {
            return script.downgrade().wayBack().map(Section::statements).orElse(List.of());
        }

        @Override
        public Optional<JavaCode> code() {
            return script.downgrade().wayBack().flatMap(Section::code);
        }

        /** Returns the row changes. The row is updated to the last restored revision in its {@code Revises}. */
        @Override
        public List<RowChange> rowChanges() {
            return RowChange.between(before, after, asWritten(script));
        }
    }

    private static Comparator<RevisionId> asWritten(RevisionScript script) {
        List<RevisionId> written = script.revision().downRevisions();
        Map<RevisionId, Integer> places = new HashMap<>();
        written.forEach(id -> places.putIfAbsent(id, places.size()));
        return Comparator.comparingInt((RevisionId id) -> places.getOrDefault(id, written.size()))
                .thenComparing(Comparator.naturalOrder());
    }

    /** Changes only the rows of the version table. */
    record Stamp(List<RevisionId> revisions, List<RevisionScript> scripts, CurrentHeads before, CurrentHeads after)
            implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stamp(this);
        }

        public Stamp {
            revisions = List.copyOf(revisions);
            scripts = List.copyOf(scripts);
        }
    }
}
