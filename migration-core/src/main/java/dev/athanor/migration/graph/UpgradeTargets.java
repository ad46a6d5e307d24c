package dev.athanor.migration.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the targets of an upgrade, and the upper end of a history. */
record UpgradeTargets(RevisionGraph graph, CurrentHeads rows, AbsoluteTargets absolute) {

    List<RevisionId> resolve(Target target) {
        TargetParts branched = TargetParts.of(target);
        return branched.plain() instanceof Target.Relative relative
                ? List.of(relative(branched, relative).orElseThrow(refusals()::leadsToBase))
                : absolute.all(target);
    }

    private Optional<RevisionId> relative(TargetParts branched, Target.Relative relative) {
        if (relative.steps() <= 0) {
            return down(branched, relative);
        }
        Optional<Set<RevisionId>> line = branched.branch().map(absolute.lookup()::line);
        Optional<RevisionId> start =
                relative.from().isPresent() ? absolute.one(relative.from().get()) : start(line, relative);
        return walk(relative).from(start, line);
    }

    private Optional<RevisionId> down(TargetParts branched, Target.Relative relative) {
        Target from = relative.from().orElseThrow(() -> refusals().wrongDirection("up", "+1"));
        return walk(relative).from(absolute.one(branched.with(from)), Optional.empty());
    }

    /**
     * Returns the only row; with a branch, the row on it, or else the newest revision applied on its line, or else
     * base.
     */
    private Optional<RevisionId> start(Optional<Set<RevisionId>> line, Target.Relative relative) {
        List<RevisionId> starts = line.map(this::startsOn).orElse(rows.ids());
        if (starts.size() > 1) {
            throw refusals().ambiguousStart(starts, relative);
        }
        return starts.stream().findFirst();
    }

    private List<RevisionId> startsOn(Set<RevisionId> line) {
        List<RevisionId> current = rows.ids().stream().filter(line::contains).toList();
        if (!current.isEmpty()) {
            return current;
        }
        Set<RevisionId> applied = new HashSet<>(graph.applied(rows));
        applied.retainAll(line);
        return graph.headsOf(applied).ids();
    }

    private RelativeWalk walk(Target.Relative relative) {
        return new RelativeWalk(graph, refusals(), relative.steps(), absolute.atEnd());
    }

    private Refusals refusals() {
        return absolute.refusals();
    }
}
