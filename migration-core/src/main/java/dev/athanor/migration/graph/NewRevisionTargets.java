package dev.athanor.migration.graph;

import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TypedCommand.Verb;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds which revisions a new revision revises and depends on. */
record NewRevisionTargets(Advice advice, TypedCommand typed) {

    NewRevision resolve(List<Target> heads, Splice splice, List<Target> dependsOn) {
        Set<RevisionId> downRevisions = new LinkedHashSet<>();
        for (Target head : heads) {
            downRevisions.addAll(AbsoluteTargets.of(advice, typed, head).all(head));
        }
        if (splice == Splice.REFUSED) {
            downRevisions.forEach(this::requireHead);
        }
        return new NewRevision(
                List.copyOf(downRevisions),
                dependsOn.stream().map(this::dependency).distinct().toList());
    }

    private void requireHead(RevisionId id) {
        List<RevisionId> children = advice.graph().children(id, EdgeKind.DOWN_REVISIONS);
        if (!children.isEmpty()) {
            throw new TargetException(
                    Kind.NOT_A_HEAD,
                    "Revision " + id + " is not a head: " + MessageNames.list(children)
                            + (children.size() == 1 ? " revises it." : " revise it."),
                    (typed.verb() == Verb.MERGE ? "Merge heads" : "Revise a head")
                            + " (`migration heads`), or begin a new branch here with --splice.");
        }
    }

    /**
     * Returns the full id of a dependency, but keeps a branch label as typed, so that the file says what its author
     * meant.
     */
    private String dependency(Target target) {
        AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.dependsOn(), target);
        RevisionId id =
                absolute.one(target).orElseThrow(() -> absolute.refusals().notHere("nothing can depend on `base`"));
        String text = target.toString();
        return advice.graph().hasBranchLabel(id, text) ? text : id.value();
    }
}
