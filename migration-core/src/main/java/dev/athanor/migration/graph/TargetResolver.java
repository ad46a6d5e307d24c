package dev.athanor.migration.graph;

import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TypedCommand.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Resolves targets to revisions, given a graph and the rows of the version table.
 *
 * @since 0.1.0
 */
public final class TargetResolver {

    private final RevisionGraph graph;
    private final CurrentHeads rows;
    private final Advice advice;

    /**
     * Creates a resolver for a database with these rows.
     *
     * @param rows the rows, all of which the graph must know
     * @throws TargetException if the graph does not know a row
     */
    public TargetResolver(RevisionGraph graph, CurrentHeads rows) {
        this(Advice.of(graph, rows, Advice.Mode.ADVISING));
        graph.requireKnown(rows);
    }

    TargetResolver(Advice advice) {
        this.graph = advice.graph();
        this.rows = advice.rows();
        this.advice = advice;
    }

    /** Returns a resolver that advises a downgrade only of revisions that can be downgraded. */
    public TargetResolver withWayBack(Predicate<RevisionId> wayBack) {
        return new TargetResolver(new Advice(graph, rows, advice.beginning(), advice.mode(), wayBack));
    }

    /** Creates a resolver for a stamp that forgets the rows first, whatever they are. */
    public static TargetResolver purging(RevisionGraph graph) {
        return new TargetResolver(Advice.of(graph, CurrentHeads.NONE, Advice.Mode.PURGING));
    }

    /**
     * Creates a resolver for the SQL text of an upgrade, which takes the beginning of the range for the applied rows.
     *
     * @throws TargetException if the beginning is neither one revision nor {@code base}
     */
    public static TargetResolver offlineUpgrade(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::upgrade);
    }

    /**
     * Creates a resolver for the SQL text of a downgrade, which takes the beginning of the range for the applied rows.
     *
     * @throws TargetException if the beginning is neither one revision nor {@code base}
     */
    public static TargetResolver offlineDowngrade(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::downgrade);
    }

    /**
     * Creates a resolver for the SQL text of a stamp, which takes the beginning of the range for the applied rows.
     *
     * @throws TargetException if the beginning is neither one revision nor {@code base}
     */
    public static TargetResolver offlineStamp(RevisionGraph graph, TargetRange range) {
        return offline(graph, range, Advice::stamp);
    }

    private static TargetResolver offline(
            RevisionGraph graph, TargetRange range, Function<Advice, TypedCommand> command) {
        Advice nothing = Advice.of(graph, CurrentHeads.NONE, Advice.Mode.ADVISING);
        Target from = range.from().orElse(new Target.Base());
        String to = range.to().map(Target::toString).orElse("");
        TypedCommand beginning = nothing.beginning(command, to);
        CurrentHeads rows = CurrentHeads.of(
                AbsoluteTargets.of(nothing, beginning, from).one(from).stream().toList());
        return new TargetResolver(nothing.from(
                rows, Optional.of(range.from().map(Target::toString).orElse(""))));
    }

    /** Returns the rows against which targets are resolved. */
    public CurrentHeads rows() {
        return rows;
    }

    /** Returns the revisions that an upgrade must reach, in load order; none for {@code base}. */
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

    /** Returns the revisions that a downgrade takes down. */
    public DowngradeScope downgrade(Target target) {
        AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.downgrade(), target);
        DowngradeTargets.Stop stop = new DowngradeTargets(graph, rows, absolute).resolve(target);
        return new DowngradeReach(graph, rows, absolute)
                .from(stop, TargetParts.of(target).branch());
    }

    /** Returns the rows that a stamp leaves. */
    public StampScope stamp(List<Target> targets) {
        requireSome(targets, advice.stamp());
        StampTargets stamp = new StampTargets(advice);
        targets.forEach(stamp::add);
        return stamp.scope(rows);
    }

    /** Returns the revisions that {@code show} displays. */
    public List<RevisionId> show(Target target) {
        return target instanceof Target.Current
                ? rows.ids()
                : AbsoluteTargets.of(advice, advice.show(), target).all(target);
    }

    /** Returns the revisions between two targets, both included, newest first. */
    public List<RevisionId> history(TargetRange range) {
        return new HistoryRange(advice, range).revisions();
    }

    /**
     * Returns the one revision that a target of {@code verify} means, regardless of the rows, or empty for {@code
     * base}.
     */
    public Optional<RevisionId> start(Target target) {
        return AbsoluteTargets.of(advice, advice.verify(), target).one(target);
    }

    /** Returns the revisions that a new revision file would revise and depend on. */
    public NewRevision newRevision(List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        return newRevision(advice.revision(splice), heads, splice, dependsOn);
    }

    /** Returns the revisions that a new merge point would revise and depend on. */
    public NewRevision mergePoint(List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        return newRevision(advice.merge(), heads, splice, dependsOn);
    }

    private NewRevision newRevision(
            TypedCommand typed, List<Target> heads, NewRevision.Splice splice, List<Target> dependsOn) {
        requireSome(heads, typed);
        return new NewRevisionTargets(advice, typed).resolve(heads, splice, dependsOn);
    }

    /** Finds which revisions a new revision revises and depends on. */
    private record NewRevisionTargets(Advice advice, TypedCommand typed) {

        NewRevision resolve(List<Target> heads, Splice splice, List<Target> dependsOn) {
            Set<RevisionId> downRevisions = new LinkedHashSet<>();
            for (Target head : heads) {
                downRevisions.addAll(AbsoluteTargets.of(advice, typed, head).all(head));
            }
            if (splice == Splice.REFUSED) {
                downRevisions.forEach(this::requireHead);
            }
            return new NewRevision(
                    List.copyOf(downRevisions),
                    dependsOn.stream().map(this::dependency).distinct().toList());
        }

        private void requireHead(RevisionId id) {
            List<RevisionId> children = advice.graph().children(id, EdgeKind.DOWN_REVISIONS);
            if (!children.isEmpty()) {
                throw new TargetException(
                        Kind.NOT_A_HEAD,
                        "Revision " + id + " is not a head: " + MessageNames.list(children)
                                + (children.size() == 1 ? " revises it." : " revise it."),
                        (typed.verb() == Verb.MERGE ? "Merge heads" : "Revise a head")
                                + " (`migration heads`), or begin a new branch here with --splice.");
            }
        }

        /**
         * Returns the full id of a dependency, but keeps a branch label as typed, so that the file says what its author
         * meant.
         */
        private String dependency(Target target) {
            AbsoluteTargets absolute = AbsoluteTargets.of(advice, advice.dependsOn(), target);
            RevisionId id = absolute.one(target)
                    .orElseThrow(() -> absolute.refusals().notHere("a revision cannot depend on `base`"));
            String text = target.toString();
            return advice.graph().hasBranchLabel(id, text) ? text : id.value();
        }
    }

    /** Collects the revisions that several stamp targets name, and the rows that they replace. */
    private static final class StampTargets {

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
                    .ifPresentOrElse(
                            branch -> cleared.addAll(lookup.line(branch, EdgeKind.ALL)),
                            () -> graph.revisions().forEach(revision -> cleared.add(revision.id())));
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
}
