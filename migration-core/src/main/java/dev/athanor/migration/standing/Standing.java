package dev.athanor.migration.standing;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Describes how a database relates to the revisions of this build.
 *
 * @since 0.1.0
 */
public sealed interface Standing {

    /** Represents a database in which every row of the version table is a revision of this build. */
    record Known() implements Standing {}

    /**
     * Represents a database that a newer release has upgraded: all revisions of this build are applied, and the history
     * shows that each unknown row descends from one of them.
     *
     * @param unknown the rows that this build does not know
     * @param known the scripts of this build and those from the history
     */
    record Ahead(List<RevisionId> unknown, ScriptDirectory known) implements Standing {}

    /**
     * Represents a database with rows that cannot be related to this build.
     *
     * @param unknown the rows that this build does not know
     */
    record Diverged(List<RevisionId> unknown) implements Standing {}

    /**
     * Compares the rows of the version table with the scripts. The history is read only if a row is unknown.
     *
     * @param remembered the scripts of this build together with those from the history
     */
    static Standing of(ScriptDirectory build, CurrentHeads heads, Supplier<ScriptDirectory> remembered) {
        List<RevisionId> unknown = build.graph().unknown(heads);
        if (unknown.isEmpty()) {
            return new Known();
        }
        try {
            ScriptDirectory known = remembered.get();
            boolean ahead = isComplete(build, heads, known.graph()) && descend(unknown, build, known.graph());
            return ahead ? new Ahead(unknown, known) : new Diverged(unknown);
        } catch (InvalidGraphException e) {
            // a history that contradicts itself or this build proves nothing
            return new Diverged(unknown);
        }
    }

    /** Returns whether every revision of this build is applied. */
    private static boolean isComplete(ScriptDirectory build, CurrentHeads heads, RevisionGraph known) {
        return known.unknown(heads).isEmpty()
                && known.applied(heads).containsAll(Set.copyOf(build.graph().realHeads()));
    }

    /**
     * Returns whether each unknown revision descends from a revision of this build. A separate line does not indicate a
     * newer release.
     */
    private static boolean descend(List<RevisionId> unknown, ScriptDirectory build, RevisionGraph known) {
        return unknown.stream().allMatch(id -> known.ancestorsAndSelf(List.of(id), EdgeKind.ALL).stream()
                .anyMatch(build.graph()::contains));
    }
}
