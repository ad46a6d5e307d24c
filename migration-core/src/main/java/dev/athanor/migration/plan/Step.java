package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
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
 * One thing that a plan does, with the rows of the version table before and after it.
 *
 * @since 0.1.0
 */
public sealed interface Step {

    /** Returns the visitor's answer for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of step: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link Upgrade}. */
        R upgrade(Upgrade step);

        /** Answers for {@link Downgrade}. */
        R downgrade(Downgrade step);

        /** Answers for {@link Stamp}. */
        R stamp(Stamp step);
    }

    /** The rows before it. */
    Heads before();

    /** The rows after it. */
    Heads after();

    /** The revisions it is about. */
    List<RevisionId> revisions();

    /** The scripts it is about, needs first: the one it runs, or those that a stamp records. */
    List<RevisionScript> scripts();

    /** What it sends besides the rows, in order. */
    default List<Statement> statements() {
        return List.of();
    }

    /** What it runs where that is in Java. */
    default Optional<JavaCode> code() {
        return Optional.empty();
    }

    /** What it does, in one phrase: {@code upgrade d382069dacef (add writing styles)}. */
    default String describe() {
        return PlanText.describe(this);
    }

    /** What it does to the version table. */
    default List<RowChange> rowChanges() {
        return RowChange.between(before(), after());
    }

    /** Applies a revision. */
    record Upgrade(RevisionScript script, Heads before, Heads after) implements Step {
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

        /** Of the rows that a merge point joins, the last one in its {@code Revises} is updated, as in Alembic. */
        @Override
        public List<RowChange> rowChanges() {
            return RowChange.between(before, after, asWritten(script));
        }
    }

    /** Takes a revision back. */
    record Downgrade(RevisionScript script, Heads before, Heads after) implements Step {
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

        /** Of the rows that come back, the last one in its {@code Revises} is the one it is updated to. */
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

    /** Changes the rows and nothing else. */
    record Stamp(List<RevisionId> revisions, List<RevisionScript> scripts, Heads before, Heads after) implements Step {
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
