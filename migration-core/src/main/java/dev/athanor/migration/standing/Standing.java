package dev.athanor.migration.standing;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a database stands to the revisions of this build.
 *
 * @since 0.1.0
 */
public sealed interface Standing {

    /** Every row of the version table is a revision of this build. */
    record Known() implements Standing {}

    /**
     * A newer release has upgraded the database: all revisions of this build are applied, and the history shows that each
     * unknown row descends from one of them.
     *
     * @param unknown the rows that this build does not know
     * @param known the scripts of this build and those that the history remembers
     */
    record Ahead(List<RevisionId> unknown, ScriptDirectory known) implements Standing {}

    /**
     * The database holds something that this build cannot place.
     *
     * @param unknown the rows that this build does not know
     */
    record Diverged(List<RevisionId> unknown) implements Standing {}

    /**
     * Compares the version table's rows with the scripts; the history is asked only where a row is unknown.
     *
     * @param remembered the scripts of this build and those that the history adds
     */
    static Standing of(ScriptDirectory build, Heads heads, Supplier<ScriptDirectory> remembered) {
        List<RevisionId> unknown = build.graph().unknown(heads);
        if (unknown.isEmpty()) {
            return new Known();
        }
        try {
            ScriptDirectory known = remembered.get();
            boolean ahead = isComplete(build, heads, known.graph()) && descend(unknown, build, known.graph());
            return ahead ? new Ahead(unknown, known) : new Diverged(unknown);
        } catch (InvalidGraphException e) {
            // what the history says contradicts itself, or this build: it proves nothing
            return new Diverged(unknown);
        }
    }

    /** Returns whether everything of this build is applied. */
    private static boolean isComplete(ScriptDirectory build, Heads heads, RevisionGraph known) {
        return known.unknown(heads).isEmpty()
                && known.applied(heads).containsAll(Set.copyOf(build.graph().realHeads()));
    }

    /** Returns whether each of them comes from a revision of this build; a line of its own shows no newer release. */
    private static boolean descend(List<RevisionId> unknown, ScriptDirectory build, RevisionGraph known) {
        return unknown.stream().allMatch(id -> known.ancestorsAndSelf(List.of(id), EdgeKind.ALL).stream()
                .anyMatch(build.graph()::contains));
    }
}
