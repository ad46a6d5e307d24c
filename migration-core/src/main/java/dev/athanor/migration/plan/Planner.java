package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
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
import java.util.Optional;
import java.util.Set;

/**
 * Target texts and the rows of the version table to a plan.
 *
 * @since 0.1.0
 */
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
        return upgrade(resolver(rows), targets, single(Command.UPGRADE, targets));
    }

    private MigrationPlan upgrade(TargetResolver resolver, List<String> typed, List<Target> targets) {
        Heads rows = resolver.rows();
        return plan(Command.UPGRADE, typed, rows, new UpgradeSteps(directory, rows).to(resolver.upgrade(targets)));
    }

    /**
     * Takes down what is applied above the target.
     *
     * @throws TargetException for a target that cannot be followed, and for rows that no script knows
     * @throws DowngradeRefusedException if a revision on the way has no way back
     */
    public MigrationPlan downgrade(Heads rows, String target) {
        TargetResolver resolver = resolver(rows);
        return downgrade(
                resolver, target, single(Command.DOWNGRADE, List.of(target)).get(0));
    }

    private MigrationPlan downgrade(TargetResolver any, String typed, Target target) {
        TargetResolver resolver = any.withWayBack(this::hasWayBack);
        Heads rows = resolver.rows();
        List<RevisionScript> down = resolver.downgrade(target).revisions().stream()
                .map(directory::script)
                .toList();
        DowngradeRefusedException.requireWayBack(down, stop -> canStopAt(resolver, stop));
        return plan(Command.DOWNGRADE, List.of(typed), rows, new DowngradeSteps(directory, rows).takingDown(down));
    }

    private boolean hasWayBack(RevisionId id) {
        return DowngradeRefusedException.hasWayBack(directory.script(id));
    }

    private boolean canStopAt(TargetResolver resolver, RevisionId stop) {
        try {
            List<RevisionId> down =
                    resolver.downgrade(Target.parse(stop.value())).revisions();
            return !down.isEmpty() && down.stream().allMatch(this::hasWayBack);
        } catch (TargetException refused) {
            return false;
        }
    }

    /**
     * Changes the rows as if the targets had been reached, and runs nothing.
     *
     * @throws TargetException for a target that cannot be followed, and, unless purging, for unknown rows
     */
    public MigrationPlan stamp(Heads rows, List<String> targets, StampMode mode) {
        TargetResolver resolver = mode == StampMode.PURGE ? TargetResolver.purging(directory.graph()) : resolver(rows);
        return stamp(resolver, rows, targets, single(Command.STAMP, targets));
    }

    private MigrationPlan stamp(TargetResolver resolver, Heads rows, List<String> typed, List<Target> targets) {
        StampScope scope = resolver.stamp(targets);
        List<Step> steps = scope.after().equals(rows)
                ? List.of()
                : List.of(
                        new Step.Stamp(scope.revisions(), gained(resolver.rows(), scope.after()), rows, scope.after()));
        return plan(Command.STAMP, typed, rows, steps);
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
        TargetRange range = range(Command.UPGRADE, target);
        return upgrade(TargetResolver.offlineUpgrade(directory.graph(), range), List.of(target), ends(List.of(range)));
    }

    /**
     * {@code --sql}: always {@code from:to}.
     *
     * @throws TargetException for a target that is not a range, besides the usual reasons
     */
    public MigrationPlan offlineDowngrade(String range) {
        TargetRange parsed = range(Command.DOWNGRADE, range);
        return downgrade(
                TargetResolver.offlineDowngrade(directory.graph(), parsed),
                range,
                ends(List.of(parsed)).get(0));
    }

    /** {@code --sql}: from nothing, or {@code from:to}; several targets must have the same start. */
    public MigrationPlan offlineStamp(List<String> targets) {
        List<TargetRange> ranges =
                targets.stream().map(text -> range(Command.STAMP, text)).toList();
        OfflineRange.requireOneStart(ranges);
        TargetRange first = ranges.isEmpty() ? new TargetRange(Optional.empty(), Optional.empty()) : ranges.get(0);
        TargetResolver resolver = TargetResolver.offlineStamp(directory.graph(), first);
        return stamp(resolver, resolver.rows(), targets, ends(ranges));
    }

    private static List<Target> ends(List<TargetRange> ranges) {
        return ranges.stream().flatMap(range -> range.to().stream()).toList();
    }

    private TargetRange range(Command command, String text) {
        return offline(command, text).parse();
    }

    private OfflineRange offline(Command command, String text) {
        return new OfflineRange(command, text, directory.graph().realHeads(), this::moves);
    }

    private List<Target> single(Command command, List<String> texts) {
        return texts.stream().map(text -> offline(command, text).singleTarget()).toList();
    }

    /** Whether a command for SQL text would be followed, and do something. */
    private boolean moves(Command command, String range) {
        try {
            MigrationPlan plan =
                    switch (command) {
                        case UPGRADE -> offlineUpgrade(range);
                        case DOWNGRADE -> offlineDowngrade(range);
                        case STAMP -> offlineStamp(List.of(range));
                    };
            return !plan.isEmpty();
        } catch (MigrationException refused) {
            return false;
        }
    }

    private TargetResolver resolver(Heads rows) {
        return new TargetResolver(directory.graph(), rows);
    }

    private static MigrationPlan plan(Command command, List<String> targets, Heads rows, List<Step> steps) {
        Heads after = steps.isEmpty() ? rows : steps.get(steps.size() - 1).after();
        return new MigrationPlan(command, targets, rows, steps, after);
    }
}
