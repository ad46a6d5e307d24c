package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Targets to revisions, against a graph and the rows of the version table. */
public final class TargetResolver {

    private final RevisionGraph graph;
    private final Heads rows;

    /**
     * @param rows all of them known to the graph
     * @throws TargetException for rows that are not
     */
    public TargetResolver(RevisionGraph graph, Heads rows) {
        List<RevisionId> unknown = graph.unknown(rows);
        if (!unknown.isEmpty()) {
            throw unknownRows(unknown);
        }
        this.graph = graph;
        this.rows = rows;
    }

    private static TargetException unknownRows(List<RevisionId> unknown) {
        String subject = unknown.size() == 1 ? "Revision " + unknown.get(0) + " is" : Names.list(unknown) + " are";
        return new TargetException(
                Kind.UNKNOWN_CURRENT,
                subject + " current in the database, and no script here has "
                        + (unknown.size() == 1 ? "that id." : "these ids."),
                "Deploy the release that applied it, or, if the scripts were removed for good, correct the version table"
                        + " with `migration stamp --purge REVISION`.");
    }

    /** What an upgrade must reach, in load order; nothing for {@code base}. */
    public List<RevisionId> upgrade(List<Target> targets) {
        Set<RevisionId> reached = new LinkedHashSet<>();
        for (Target target : targets) {
            AbsoluteTargets absolute = AbsoluteTargets.of(graph, Refusals.UPGRADE, target);
            List<RevisionId> revisions = new UpgradeTargets(graph, rows, absolute).resolve(target);
            new Overlaps(graph).refuseTargets(revisions, target);
            reached.addAll(revisions);
        }
        new Overlaps(graph).refuseRows(rows);
        return graph.inLoadOrder(reached);
    }

    /** What a downgrade takes down. */
    public DowngradeScope downgrade(Target target) {
        AbsoluteTargets absolute = AbsoluteTargets.of(graph, Refusals.DOWNGRADE, target);
        DowngradeTargets.Stop stop = new DowngradeTargets(graph, rows, absolute).resolve(target);
        return new DowngradeReach(graph, rows, absolute)
                .from(stop, Branched.of(target).branch());
    }

    /** Which rows a stamp leaves. */
    public StampScope stamp(List<Target> targets) {
        StampTargets stamp = new StampTargets(graph);
        targets.forEach(stamp::add);
        return stamp.scope(rows);
    }

    /** The revisions that {@code show} shows. */
    public List<RevisionId> show(Target target) {
        return target instanceof Target.Current
                ? rows.ids()
                : AbsoluteTargets.of(graph, Refusals.SHOW, target).all(target);
    }

    /** The revisions between two targets, both included, newest first. */
    public List<RevisionId> history(TargetRange range) {
        return new HistoryRange(graph, rows, range).revisions();
    }

    /** The one revision that a target means, whatever the rows; empty for {@code base}. */
    public Optional<RevisionId> start(Target target) {
        return AbsoluteTargets.of(graph, Refusals.UPGRADE, target).one(target);
    }

    /** What a new revision file would revise and depend on. */
    public NewRevision newRevision(List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        return new NewRevisionTargets(graph).resolve(heads, splice, dependsOn);
    }
}
