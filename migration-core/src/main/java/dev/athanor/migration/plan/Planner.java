package dev.athanor.migration.plan;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.GraphPlanner;
import dev.athanor.migration.graph.GraphStep;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.StampScope;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TargetRange;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what a request does to a database whose version table holds given rows.
 *
 * @since 0.1.0
 */
public final class Planner {

    private final ScriptDirectory directory;
    private final GraphPlanner graphPlanner;

    /**
     * Creates a planner for scripts.
     *
     * @param directory the scripts, and the graph that they form
     */
    public Planner(ScriptDirectory directory) {
        this.directory = directory;
        this.graphPlanner = new GraphPlanner(directory.graph());
    }

    /**
     * Plans a request.
     *
     * @param rows the rows of the version table
     * @param request what is asked for
     * @throws TargetException if a target cannot be followed, or if no script knows a row (unless a stamp purges)
     * @throws DowngradeRefusedException if a revision that a downgrade would take back has no downgrade
     */
    public MigrationPlan plan(CurrentHeads rows, MigrationRequest request) {
        List<String> typed = request.targets().stream().map(Target::toString).toList();
        return request.accept(new MigrationRequest.Visitor<>() {
            @Override
            public MigrationPlan upgrade(MigrationRequest.Upgrade upgrade) {
                return Planner.this.upgrade(resolver(rows), typed, upgrade.targets());
            }

            @Override
            public MigrationPlan downgrade(MigrationRequest.Downgrade downgrade) {
                return Planner.this.downgrade(resolver(rows), typed, downgrade.target());
            }

            @Override
            public MigrationPlan stamp(MigrationRequest.Stamp stamp) {
                TargetResolver resolver =
                        stamp.mode() == StampMode.PURGE ? TargetResolver.purging(directory.graph()) : resolver(rows);
                return Planner.this.stamp(resolver, rows, typed, stamp.targets());
            }
        });
    }

    /**
     * Plans a command for SQL text, without a database: each range says from where to where.
     *
     * @param command the command
     * @param ranges one range; for a stamp any number, with the same start
     * @throws TargetException if a range cannot be followed
     * @throws DowngradeRefusedException if a revision that a downgrade would take back has no downgrade
     */
    public MigrationPlan offline(Command command, List<TargetRange> ranges) {
        List<String> typed = ranges.stream().map(Planner::typed).toList();
        List<Target> ends =
                ranges.stream().flatMap(range -> range.to().stream()).toList();
        RevisionGraph graph = directory.graph();
        return switch (command) {
            case UPGRADE -> upgrade(TargetResolver.offlineUpgrade(graph, ranges.get(0)), typed, ends);
            case DOWNGRADE -> downgrade(TargetResolver.offlineDowngrade(graph, ranges.get(0)), typed, ends.get(0));
            case STAMP -> {
                TargetResolver resolver = TargetResolver.offlineStamp(graph, sameStart(ranges));
                yield stamp(resolver, resolver.rows(), typed, ends);
            }
        };
    }

    private static String typed(TargetRange range) {
        return range.from().isPresent()
                ? range.toString()
                : range.to().map(Target::toString).orElse(":");
    }

    private static TargetRange sameStart(List<TargetRange> ranges) {
        List<String> starts = ranges.stream()
                .map(range -> range.from().map(Target::toString).orElse("base"))
                .distinct()
                .toList();
        if (starts.size() > 1) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "The ranges start at " + (starts.size() == 2 ? String.join(" and ", starts) : CappedList.of(starts))
                            + ", and SQL text has one start.",
                    "Use the same start for every range.");
        }
        return ranges.isEmpty() ? new TargetRange(Optional.empty(), Optional.empty()) : ranges.get(0);
    }

    List<RevisionId> realHeads() {
        return directory.graph().realHeads();
    }

    private TargetResolver resolver(CurrentHeads rows) {
        return new TargetResolver(directory.graph(), rows);
    }

    private MigrationPlan upgrade(TargetResolver resolver, List<String> typed, List<Target> targets) {
        List<Step> steps = graphPlanner.upgrade(resolver, targets).stream()
                .<Step>map(step -> new Step.Upgrade(directory.script(step.revision()), step.before(), step.after()))
                .toList();
        return plan(Command.UPGRADE, typed, resolver.rows(), steps);
    }

    private MigrationPlan downgrade(TargetResolver any, List<String> typed, Target target) {
        TargetResolver resolver = any.withWayBack(this::hasWayBack);
        List<GraphStep> down = graphPlanner.downgrade(resolver, target);
        DowngradeRefusedException.requireWayBack(
                down.stream().map(step -> directory.script(step.revision())).toList(),
                stop -> canStopAt(resolver, stop));
        List<Step> steps = down.stream()
                .<Step>map(step -> new Step.Downgrade(directory.script(step.revision()), step.before(), step.after()))
                .toList();
        return plan(Command.DOWNGRADE, typed, resolver.rows(), steps);
    }

    private boolean hasWayBack(RevisionId id) {
        return DowngradeRefusedException.hasWayBack(directory.script(id));
    }

    private boolean canStopAt(TargetResolver resolver, RevisionId stop) {
        try {
            List<RevisionId> down =
                    resolver.downgrade(new Target.Named(stop.value())).revisions();
            return !down.isEmpty() && down.stream().allMatch(this::hasWayBack);
        } catch (TargetException refused) {
            return false;
        }
    }

    private MigrationPlan stamp(TargetResolver resolver, CurrentHeads rows, List<String> typed, List<Target> targets) {
        StampScope scope = resolver.stamp(targets);
        List<Step> steps = scope.after().equals(rows)
                ? List.of()
                : List.of(
                        new Step.Stamp(scope.revisions(), gained(resolver.rows(), scope.after()), rows, scope.after()));
        return plan(Command.STAMP, typed, rows, steps);
    }

    /** Returns the scripts that count as applied after a stamp and did not before; if there are none, those of the rows. */
    private List<RevisionScript> gained(CurrentHeads before, CurrentHeads after) {
        RevisionGraph graph = directory.graph();
        Set<RevisionId> gained = new HashSet<>(graph.applied(after));
        gained.removeAll(graph.applied(before));
        if (gained.isEmpty()) {
            gained.addAll(after.ids());
        }
        return graph.order(gained).stream().map(directory::script).toList();
    }

    private static MigrationPlan plan(Command command, List<String> targets, CurrentHeads rows, List<Step> steps) {
        CurrentHeads after =
                steps.isEmpty() ? rows : steps.get(steps.size() - 1).after();
        return new MigrationPlan(command, targets, rows, steps, after);
    }
}
