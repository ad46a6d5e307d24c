package dev.athanor.migration.verify;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Defines which revisions are verified, and in which order.
 *
 * @param order all revisions to apply, each after those that it needs
 * @param verified the revisions among them that are verified
 * @param whole whether everything that needs a verified revision is verified too, so that the chain can be downgraded
 */
record VerifyPlan(List<RevisionId> order, Set<RevisionId> verified, boolean whole) {

    /**
     * Creates the plan.
     *
     * @throws TargetException if a revision cannot be found
     */
    static VerifyPlan of(RevisionGraph graph, VerifySettings settings) {
        Set<RevisionId> all = new LinkedHashSet<>(graph.history());
        if (!settings.only().isEmpty()) {
            return only(graph, settings.only());
        }
        Set<RevisionId> verified = settings.from()
                .map(from -> graph.descendantsAndSelf(ids(graph, from), EdgeKind.ALL))
                .orElse(all);
        Set<RevisionId> before = new HashSet<>(all);
        before.removeAll(verified);
        List<RevisionId> order = new ArrayList<>(graph.order(before));
        order.addAll(graph.order(verified));
        return new VerifyPlan(order, verified, true);
    }

    private static VerifyPlan only(RevisionGraph graph, List<Target> only) {
        Set<RevisionId> verified = new LinkedHashSet<>();
        only.forEach(target -> verified.addAll(ids(graph, target)));
        return new VerifyPlan(graph.order(graph.ancestorsAndSelf(verified, EdgeKind.ALL)), verified, false);
    }

    /** Returns the revision of a text, or all bases for {@code base}. */
    private static Set<RevisionId> ids(RevisionGraph graph, Target target) {
        return new TargetResolver(graph, CurrentHeads.NONE)
                .start(target)
                .map(Set::of)
                .orElseGet(() -> new LinkedHashSet<>(graph.realBases()));
    }
}
