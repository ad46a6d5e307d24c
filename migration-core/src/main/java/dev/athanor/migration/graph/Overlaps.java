package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds revisions that are named, or are rows, although another one already needs them. */
record Overlaps(RevisionGraph graph) {

    void refuseTargets(Collection<RevisionId> revisions, Target target) {
        refuse(revisions, "the revisions that '" + target + "' means", "Name %2$s alone: it brings %1$s with it.");
    }

    void refuseRows(Heads rows) {
        refuse(rows.ids(), "the rows", "One row is enough: correct the version table with `migration stamp %2$s`.");
    }

    private void refuse(Collection<RevisionId> revisions, String what, String action) {
        Heads heads = graph.headsOf(revisions);
        Optional<RevisionId> below =
                revisions.stream().filter(id -> !heads.contains(id)).sorted().findFirst();
        if (below.isPresent()) {
            RevisionId above = above(below.get(), heads);
            throw new TargetException(
                    Kind.OVERLAPPING_REVISIONS,
                    "Of " + what + ", " + above + " already needs " + below.get() + ".",
                    String.format(action, below.get(), above));
        }
    }

    private RevisionId above(RevisionId below, Heads heads) {
        Set<RevisionId> descendants = graph.descendantsAndSelf(List.of(below), EdgeKind.ALL);
        return heads.ids().stream().filter(descendants::contains).findFirst().orElseThrow();
    }
}
