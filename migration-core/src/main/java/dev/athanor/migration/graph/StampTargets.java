package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the revisions that several stamp targets name, and the rows that they replace. */
final class StampTargets {

    private final RevisionGraph graph;
    private final Advice advice;
    private final Set<RevisionId> named = new HashSet<>();
    private final Set<RevisionId> cleared = new HashSet<>();

    StampTargets(Advice advice) {
        this.graph = advice.graph();
        this.advice = advice;
    }

    void add(Target target) {
        AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.stamp(), target);
        Target plain = TargetParts.of(target).plain();
        if (plain instanceof Target.Relative) {
            throw absolute.refusals().notHere("a stamp counts from nowhere");
        }
        if (plain instanceof Target.Base) {
            clear(target, absolute.lookup());
        } else {
            Collection<RevisionId> revisions = absolute.all(target);
            named.addAll(revisions);
            cleared.addAll(graph.ancestorsAndSelf(revisions, EdgeKind.ALL));
            cleared.addAll(graph.descendantsAndSelf(revisions, EdgeKind.ALL));
        }
    }

    private void clear(Target target, NameLookup lookup) {
        TargetParts.of(target)
                .branch()
                .ifPresentOrElse(branch -> cleared.addAll(lookup.line(branch, EdgeKind.ALL)), () -> graph.revisions()
                        .forEach(revision -> cleared.add(revision.id())));
    }

    /** Returns the resulting rows. If one target needs another, the needed one is implied and gets no row. */
    StampScope scope(CurrentHeads rows) {
        List<RevisionId> after = new ArrayList<>(graph.headsOf(named).ids());
        rows.ids().stream().filter(row -> !cleared.contains(row)).forEach(after::add);
        List<RevisionId> revisions = graph.revisions().stream()
                .map(Revision::id)
                .filter(named::contains)
                .toList();
        return new StampScope(revisions, CurrentHeads.of(after));
    }
}
