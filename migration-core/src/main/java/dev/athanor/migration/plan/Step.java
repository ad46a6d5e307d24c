package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import java.util.List;

/** One step of a plan, with what it does to the version table's rows. */
public sealed interface Step {

    /** The rows before. */
    Heads before();

    /** The rows after. */
    Heads after();

    /** The revisions it is about: one for an upgrade or a downgrade. */
    List<RevisionId> revisions();

    /** The message of its revision; empty for a stamp. */
    String message();

    /** One line: {@code upgrade d382069dacef (add writing styles)}. */
    String describe();

    /** How the rows change. */
    default List<RowChange> rowChanges() {
        return RowChange.between(before(), after());
    }

    /** Runs a script's upgrade section. */
    record Upgrade(RevisionScript script, Heads before, Heads after) implements Step {

        @Override
        public List<RevisionId> revisions() {
            return List.of(script.id());
        }

        @Override
        public String message() {
            return script.message();
        }

        @Override
        public String describe() {
            return "upgrade " + script.describe();
        }
    }

    /** Runs a script's downgrade section. */
    record Downgrade(RevisionScript script, Heads before, Heads after) implements Step {

        @Override
        public List<RevisionId> revisions() {
            return List.of(script.id());
        }

        @Override
        public String message() {
            return script.message();
        }

        @Override
        public String describe() {
            return "downgrade " + script.describe();
        }
    }

    /**
     * Sets the version table, runs nothing.
     *
     * @param revisions the revisions named; none for the base
     * @param scripts those that count as applied from now on and did not before, needs first
     */
    record Stamp(List<RevisionId> revisions, List<RevisionScript> scripts, Heads before, Heads after) implements Step {

        public Stamp {
            revisions = List.copyOf(revisions);
            scripts = List.copyOf(scripts);
        }

        @Override
        public String message() {
            return "";
        }

        @Override
        public String describe() {
            return "stamp " + Heads.of(revisions);
        }
    }
}
