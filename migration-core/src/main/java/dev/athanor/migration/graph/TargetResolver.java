package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Targets to revisions, against a graph and the rows of the version table.
 *
 * @since 0.1.0
 */
public final class TargetResolver {

    private final RevisionGraph graph;
    private final Heads rows;
    private final Advice advice;

    /**
     * @param rows all of them known to the graph
     * @throws TargetException for rows that are not
     */
    public TargetResolver(RevisionGraph graph, Heads rows) {
        this(Advice.of(graph, rows, Advice.Mode.ADVISING));
        graph.requireKnown(rows);
    }

    TargetResolver(Advice advice) {
        this.graph = advice.graph();
        this.rows = advice.rows();
        this.advice = advice;
    }

    /** The same, for scripts of which only some can be taken down. */
    public TargetResolver withWayBack(Predicate<RevisionId> wayBack) {
        return new TargetResolver(new Advice(graph, rows, advice.beginning(), advice.mode(), wayBack));
    }

    /** For a stamp that forgets the rows first, whatever they are. */
    public static TargetResolver purging(RevisionGraph graph) {
        return new TargetResolver(Advice.of(graph, Heads.NONE, Advice.Mode.PURGING));
    }

    /**
     * For SQL text: what an upgrade from the beginning of a range would find applied.
     *
     * @throws TargetException for a beginning that is not one revision, or {@code base}
     */
    public static TargetResolver offlineUpgrade(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::upgrade);
    }

    /**
     * The same for a downgrade.
     *
     * @throws TargetException for a beginning that is not one revision, or {@code base}
     */
    public static TargetResolver offlineDowngrade(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::downgrade);
    }

    /**
     * The same for a stamp.
     *
     * @throws TargetException for a beginning that is not one revision, or {@code base}
     */
    public static TargetResolver offlineStamp(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::stamp);
    }

    private static TargetResolver offline(
            RevisionGraph graph, TargetRange range, Function<Advice, TypedCommand> command) {
        Advice nothing = Advice.of(graph, Heads.NONE, Advice.Mode.ADVISING);
        Target from = range.from().orElse(new Target.Base());
        String to = range.to().map(Target::toString).orElse("");
        TypedCommand beginning = nothing.beginning(command, to);
        Heads rows = Heads.of(
                AbsoluteTargets.of(nothing, beginning, from).one(from).stream().toList());
        return new TargetResolver(nothing.from(
                rows, Optional.of(range.from().map(Target::toString).orElse(""))));
    }

    /** The rows that everything starts from. */
    public Heads rows() {
        return rows;
    }

    /** What an upgrade must reach, in load order; nothing for {@code base}. */
    public List<RevisionId> upgrade(List<Target> targets) {
        requireSome(targets, advice.upgrade());
        Set<RevisionId> reached = new LinkedHashSet<>();
        for (Target target : targets) {
            AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.upgrade(), target);
            reached.addAll(new UpgradeTargets(graph, rows, absolute).resolve(target));
        }
        new Overlaps(graph, rows).refuse();
        return graph.inLoadOrder(reached);
    }

    private void requireSome(List<Target> targets, TypedCommand typed) {
        if (targets.isEmpty()) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "No target is given for the " + typed.verb().name().toLowerCase(Locale.ROOT) + ".",
                    advice.otherwise(typed));
        }
    }

    /** What a downgrade takes down. */
    public DowngradeScope downgrade(Target target) {
        AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.downgrade(), target);
        DowngradeTargets.Stop stop = new DowngradeTargets(graph, rows, absolute).resolve(target);
        return new DowngradeReach(graph, rows, absolute)
                .from(stop, TargetParts.of(target).branch());
    }

    /** Which rows a stamp leaves. */
    public StampScope stamp(List<Target> targets) {
        requireSome(targets, advice.stamp());
        StampTargets stamp = new StampTargets(advice);
        targets.forEach(stamp::add);
        return stamp.scope(rows);
    }

    /** The revisions that {@code show} shows. */
    public List<RevisionId> show(Target target) {
        return target instanceof Target.Current
                ? rows.ids()
                : AbsoluteTargets.of(advice, advice.show(), target).all(target);
    }

    /** The revisions between two targets, both included, newest first. */
    public List<RevisionId> history(TargetRange range) {
        return new HistoryRange(advice, range).revisions();
    }

    /** The one revision that a target of {@code verify} means, whatever the rows; empty for {@code base}. */
    public Optional<RevisionId> start(Target target) {
        return AbsoluteTargets.of(advice, advice.verify(), target).one(target);
    }

    /** What a new revision file would revise and depend on. */
    public NewRevision newRevision(List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        return newRevision(advice.revision(splice), heads, splice, dependsOn);
    }

    /** What a new merge point would revise and depend on. */
    public NewRevision mergePoint(List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        return newRevision(advice.merge(), heads, splice, dependsOn);
    }

    private NewRevision newRevision(
            TypedCommand typed, List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        requireSome(heads, typed);
        return new NewRevisionTargets(advice, typed).resolve(heads, splice, dependsOn);
    }
}
