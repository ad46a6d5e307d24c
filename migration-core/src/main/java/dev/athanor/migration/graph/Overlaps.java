package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rows that another row already needs. */
record Overlaps(RevisionGraph graph, CurrentHeads rows) {

    /** Throws an exception if one of the rows needs another one. */
    void refuse() {
        below().ifPresent(below -> {
            throw new TargetException(
                    Kind.OVERLAPPING_REVISIONS,
                    "Of the rows, " + above(below) + " already needs " + below + ".",
                    action(above(below)));
        });
    }

    /** Returns the action that corrects such rows, or empty if there are none. */
    Optional<String> action() {
        return below().map(below -> action(above(below)));
    }

    private static String action(RevisionId above) {
        return "One row is enough: correct the version table with `migration stamp " + above + "`.";
    }

    private Optional<RevisionId> below() {
        CurrentHeads heads = graph.headsOf(rows.ids());
        return rows.ids().stream().filter(id -> !heads.contains(id)).findFirst();
    }

    private RevisionId above(RevisionId below) {
        Set<RevisionId> descendants = graph.descendantsAndSelf(List.of(below), EdgeKind.ALL);
        return graph.headsOf(rows.ids()).ids().stream()
                .filter(descendants::contains)
                .findFirst()
                .orElseThrow();
    }
}
