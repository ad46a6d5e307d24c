package dev.athanor.migration.plan;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.StampScope;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Target texts and the rows of the version table to a plan. */
public final class Planner {

    private final ScriptDirectory directory;

    /** @param directory the scripts, and the graph they form */
    public Planner(ScriptDirectory directory) {
        this.directory = directory;
    }

    /**
     * Applies what the targets need and the database lacks.
     *
     * @throws TargetException for a target that cannot be followed, and for rows that no script knows
     */
    public MigrationPlan upgrade(Heads rows, List<String> targets) {
        List<RevisionId> reached = resolver(rows).upgrade(parsed(targets));
        return plan(Command.UPGRADE, targets, rows, new Ascent(directory, rows).to(reached));
    }

    /**
     * Takes down what is applied above the target.
     *
     * @throws TargetException for a target that cannot be followed, and for rows that no script knows
     * @throws DowngradeRefusedException if a revision on the way has no way back
     */
    public MigrationPlan downgrade(Heads rows, String target) {
        List<RevisionId> down = resolver(rows).downgrade(Target.parse(target)).revisions();
        return plan(Command.DOWNGRADE, List.of(target), rows, new Descent(directory, rows).takingDown(down));
    }

    /**
     * Changes the rows as if the targets had been reached, and runs nothing.
     *
     * @throws TargetException for a target that cannot be followed, and, unless purging, for unknown rows
     */
    public MigrationPlan stamp(Heads rows, List<String> targets, StampMode mode) {
        Heads kept = mode == StampMode.PURGE ? Heads.NONE : rows;
        StampScope scope = resolver(kept).stamp(parsed(targets));
        List<Step> steps = scope.after().equals(rows)
                ? List.of()
                : List.of(new Step.Stamp(scope.revisions(), gained(kept, scope.after()), rows, scope.after()));
        return plan(Command.STAMP, targets, rows, steps);
    }

    /** What counts as applied from now on; where that is nothing new, what the rows say. */
    private List<RevisionScript> gained(Heads before, Heads after) {
        RevisionGraph graph = directory.graph();
        Set<RevisionId> gained = new HashSet<>(graph.applied(after));
        gained.removeAll(graph.applied(before));
        if (gained.isEmpty()) {
            gained.addAll(after.ids());
        }
        return graph.order(gained).stream().map(directory::script).toList();
    }

    /** {@code --sql}: from nothing, or {@code from:to}. */
    public MigrationPlan offlineUpgrade(String target) {
        OfflineRange range = OfflineRange.parse(target);
        return upgrade(start(range), List.of(range.to())).forTargets(List.of(target));
    }

    /**
     * {@code --sql}: always {@code from:to}.
     *
     * @throws TargetException for a target that is not a range, besides the usual reasons
     */
    public MigrationPlan offlineDowngrade(String range) {
        TargetRange.parse(range);
        OfflineRange parsed = OfflineRange.parse(range);
        return downgrade(start(parsed), parsed.to()).forTargets(List.of(range));
    }

    /** {@code --sql}: from nothing, or {@code from:to}; several targets must have the same start. */
    public MigrationPlan offlineStamp(List<String> targets) {
        List<OfflineRange> ranges = targets.stream().map(OfflineRange::parse).toList();
        OfflineRange.requireOneStart(ranges);
        List<String> ends = ranges.stream().map(OfflineRange::to).toList();
        return stamp(start(ranges.get(0)), ends, StampMode.MOVE).forTargets(targets);
    }

    private Heads start(OfflineRange range) {
        return resolver(Heads.NONE)
                .start(Target.parse(range.from()))
                .map(id -> Heads.of(List.of(id)))
                .orElse(Heads.NONE);
    }

    private TargetResolver resolver(Heads rows) {
        return new TargetResolver(directory.graph(), rows);
    }

    private static List<Target> parsed(List<String> targets) {
        return targets.stream().map(Target::parse).toList();
    }

    private static MigrationPlan plan(Command command, List<String> targets, Heads rows, List<Step> steps) {
        Heads after = steps.isEmpty() ? rows : steps.get(steps.size() - 1).after();
        return new MigrationPlan(command, targets, rows, steps, after);
    }
}
