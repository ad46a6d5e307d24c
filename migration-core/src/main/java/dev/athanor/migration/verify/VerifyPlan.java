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
 * Which revisions are verified, and in which order.
 *
 * @param order all that are applied, each after what it needs
 * @param verified those of them that are verified
 * @param whole whether all that need a verified one are verified, so that the chain can be taken down
 */
record VerifyPlan(List<RevisionId> order, Set<RevisionId> verified, boolean whole) {

    /**
     * Finds it.
     *
     * @throws TargetException for a revision that cannot be found
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

    /** None for {@code base}: everything begins there. */
    private static Set<RevisionId> ids(RevisionGraph graph, Target target) {
        return new TargetResolver(graph, CurrentHeads.NONE)
                .start(target)
                .map(Set::of)
                .orElseGet(() -> new LinkedHashSet<>(graph.realBases()));
    }
}
