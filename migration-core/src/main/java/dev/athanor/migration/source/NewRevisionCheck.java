package dev.athanor.migration.source;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses new revisions that would not fit into the graph, with messages that use the options of the command. */
record NewRevisionCheck(ScriptDirectory directory) {

    private static final String ANOTHER_LABEL = "Choose another for --branch-label.";

    /** Checks that there is only one head, which a request without heads revises. */
    void oneHead() {
        List<RevisionId> heads = graph().heads();
        if (heads.size() > 1) {
            boolean shorter = heads.size() > 5 && graph().realHeads().equals(heads);
            String merge = shorter ? "heads" : join(heads, " ");
            throw new TargetException(
                    TargetException.Kind.MULTIPLE_HEADS,
                    "There are " + heads.size() + " heads, " + shortList(heads)
                            + ": a new revision could revise each of them.",
                    "Merge them first with `migration merge " + merge + "`, or name the one to revise with"
                            + " `migration revision --head " + heads.get(0) + "`.");
        }
    }

    /** Checks that an id is free for a new revision. */
    void id(RevisionId id) {
        directory.find(id).ifPresent(script -> {
            throw new NewRevisionException(
                    "Revision id " + id + " is taken, by " + script.file().location() + ".",
                    "Choose another for --rev-id, or leave it out: `migration revision` then makes one.");
        });
        graph().labelled(id.value()).ifPresent(labelled -> {
            throw new NewRevisionException(
                    "Revision id " + id + " is a branch label already, of revision " + labelled + ".",
                    "Choose another for --rev-id, or leave it out: `migration revision` then makes one.");
        });
    }

    /** Checks that branch labels are free for a new revision. */
    void branchLabels(List<String> labels, RevisionId id) {
        Set<String> seen = new TreeSet<>();
        for (String label : labels) {
            requireLegal(label);
            if (label.equals(id.value()) || graph().contains(new RevisionId(label))) {
                throw new NewRevisionException("Branch label '" + label + "' is a revision's id.", ANOTHER_LABEL);
            }
            graph().labelled(label).ifPresent(labelled -> {
                throw new NewRevisionException(
                        "Branch label '" + label + "' is taken, by revision " + labelled + ".", ANOTHER_LABEL);
            });
            if (!seen.add(label)) {
                throw new NewRevisionException("Branch label '" + label + "' is given twice.", "Give it once.");
            }
        }
    }

    private static void requireLegal(String label) {
        try {
            new RevisionId(label);
        } catch (MigrationException illegal) {
            throw new NewRevisionException(
                    "Branch label '" + label + "' is not valid.",
                    "Use 1 to " + RevisionId.MAX_LENGTH + " letters, digits, '_' or '.', and none of the words head,"
                            + " heads, base and current.");
        }
    }

    /** Checks that a merge point has revisions to merge. */
    void someToMerge(List<Target> targets) {
        if (targets.isEmpty()) {
            throw new NewRevisionException("There is nothing to merge.", mergeHeads());
        }
    }

    /** Checks that a merge point may merge these revisions. */
    void merged(List<RevisionId> revisions) {
        if (revisions.size() < 2) {
            throw new NewRevisionException(
                    revisions.isEmpty()
                            ? "There is nothing to merge."
                            : "There is one revision to merge, " + revisions.get(0) + ", and a merge point needs two.",
                    mergeHeads());
        }
        for (RevisionId upper : revisions) {
            Set<RevisionId> line = graph().ancestorsAndSelf(List.of(upper), EdgeKind.DOWN_REVISIONS);
            revisions.stream()
                    .filter(lower -> !lower.equals(upper) && line.contains(lower))
                    .findFirst()
                    .ifPresent(lower -> refuseLine(revisions, lower, upper));
        }
    }

    private String mergeHeads() {
        List<RevisionId> heads = graph().heads();
        return heads.size() < 2
                ? "Nothing needs merging: `migration heads` lists " + (heads.isEmpty() ? "no head." : "one head.")
                : "Name two heads or more (`migration heads` lists them): `migration merge "
                        + join(heads.subList(0, 2), " ") + "`.";
    }

    private void refuseLine(List<RevisionId> revisions, RevisionId lower, RevisionId upper) {
        throw new NewRevisionException(
                "Revision " + lower + " needs no merging with " + upper + ", which lies above it on the same line.",
                revisions.size() > 2 ? "Leave " + lower + " out." : mergeHeads());
    }

    private RevisionGraph graph() {
        return directory.graph();
    }

    private static String shortList(List<RevisionId> ids) {
        return ids.size() > CappedList.SHOWN
                ? CappedList.of(ids)
                : join(ids.subList(0, ids.size() - 1), ", ") + " and " + ids.get(ids.size() - 1);
    }

    private static String join(List<RevisionId> ids, String separator) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(separator));
    }
}
