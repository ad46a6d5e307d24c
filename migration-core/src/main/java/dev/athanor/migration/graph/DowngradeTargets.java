package dev.athanor.migration.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a downgrade stops. */
record DowngradeTargets(RevisionGraph graph, Heads rows, AbsoluteTargets absolute) {

    /**
     * @param to the revision that stays; empty for {@code base}
     * @param branch the branch to keep to, typed or that of the one row
     */
    record Stop(Optional<RevisionId> to, Optional<String> branch) {}

    Stop resolve(Target target) {
        Optional<String> branch = Optional.empty();
        Target plain = target;
        if (target instanceof Target.OnBranch onBranch) {
            branch = Optional.of(onBranch.branch());
            plain = onBranch.target();
        }
        return plain instanceof Target.Relative relative
                ? relative(branch, relative)
                : new Stop(absolute.one(plain), branch);
    }

    private Stop relative(Optional<String> branch, Target.Relative relative) {
        if (relative.steps() < 0) {
            return down(branch, relative);
        }
        Target from = relative.from().orElseThrow(() -> refusals().wrongDirection("down", "-1"));
        return new Stop(walk(relative).from(absolute.one(from), branch.map(absolute.lookup()::line)), branch);
    }

    private Stop down(Optional<String> typed, Target.Relative relative) {
        Optional<String> branch = typed;
        Target from;
        if (relative.from().isPresent()) {
            from = relative.from().get();
        } else {
            RevisionId row = typed.map(name -> rowOn(name, relative)).orElseGet(() -> onlyRow(relative));
            from = new Target.Named(row.value());
            branch = typed.or(() -> Optional.of(row.value()));
        }
        Target start =
                branch.<Target>map(name -> new Target.OnBranch(name, from)).orElse(from);
        return new Stop(walk(relative).from(absolute.one(start), Optional.empty()), branch);
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
            throw refusals().noCurrentOnBranch(branch, rows);
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
