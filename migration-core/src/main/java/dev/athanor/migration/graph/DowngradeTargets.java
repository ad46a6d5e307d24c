package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the revision at which a downgrade stops. */
record DowngradeTargets(RevisionGraph graph, CurrentHeads rows, AbsoluteTargets absolute) {

    /**
     * Represents the place at which a downgrade stops.
     *
     * @param to the revision that stays; empty for {@code base}
     * @param branch the branch to keep to: the one typed or, for a count from the rows such as {@code -1}, the only row
     */
    record Stop(Optional<RevisionId> to, Optional<String> branch) {}

    Stop resolve(Target target) {
        TargetParts branched = TargetParts.of(target);
        return branched.plain() instanceof Target.Relative relative
                ? relative(branched, relative)
                : new Stop(absolute.one(branched.plain()), branched.branch());
    }

    private Stop relative(TargetParts branched, Target.Relative relative) {
        if (relative.steps() < 0) {
            return relative.from().isPresent()
                    ? down(branched, relative.from().get(), relative)
                    : downFromRow(branched.branch(), relative);
        }
        Target from = relative.from().orElseThrow(() -> refusals().wrongDirection("down", "-1"));
        Optional<Set<RevisionId>> line = branched.branch().map(absolute.lookup()::line);
        return new Stop(walk(relative).from(absolute.one(from), line), branched.branch());
    }

    private Stop down(TargetParts branched, Target from, Target.Relative relative) {
        Optional<RevisionId> start = absolute.one(branched.with(from));
        return new Stop(walk(relative).from(start, Optional.empty()), branched.branch());
    }

    private Stop downFromRow(Optional<String> typed, Target.Relative relative) {
        RevisionId row = typed.map(name -> rowOn(name, relative)).orElseGet(() -> onlyRow(relative));
        Target from = new Target.Named(row.value());
        return down(new TargetParts(typed.or(() -> Optional.of(row.value())), from), from, relative);
    }

    private RevisionId onlyRow(Target.Relative relative) {
        if (rows.isEmpty()) {
            throw refusals().walkedTooFar("base", relative.steps(), 0);
        }
        if (rows.ids().size() > 1) {
            throw refusals().ambiguousStart(rows.ids(), relative);
        }
        return rows.ids().get(0);
    }

    private RevisionId rowOn(String branch, Target.Relative relative) {
        List<RevisionId> current =
                rows.isEmpty() ? List.of() : currentOn(absolute.lookup().line(branch));
        if (current.isEmpty()) {
            throw refusals().noCurrentOnBranch(branch);
        }
        if (current.size() > 1) {
            throw refusals().severalCurrentOnBranch(branch, current, relative);
        }
        return current.get(0);
    }

    private List<RevisionId> currentOn(Set<RevisionId> line) {
        List<RevisionId> onLine = rows.ids().stream().filter(line::contains).toList();
        return onLine.isEmpty()
                ? graph.current(rows).stream().filter(line::contains).toList()
                : onLine;
    }

    private RelativeWalk walk(Target.Relative relative) {
        return new RelativeWalk(graph, refusals(), relative.steps(), RelativeWalk.AtEnd.REFUSE);
    }

    private Refusals refusals() {
        return absolute.refusals();
    }
}
