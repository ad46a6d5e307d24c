package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Holds the revisions and their edges, without contradictions.
 *
 * <p>Lists and sets are in load order unless stated otherwise. Ids that the graph does not contain cause an {@link
 * IllegalArgumentException}, except in {@link #find}, {@link #contains} and {@link #unknown}. Rows that it does not
 * contain, which a database may well have, cause a {@link TargetException}.
 *
 * @since 0.1.0
 */
public final class RevisionGraph {

    private final Numbering numbering;
    private final Edges edges;
    private final AdjacencyLists normalized;
    private final AdjacencyLists normalizedDependents;
    private final AdjacencyLists children;
    private final AdjacencyLists dependents;
    private final List<SharedSorted<String>> labels;

    private RevisionGraph(Edges edges) {
        this.edges = edges;
        this.numbering = edges.numbering();
        this.children = edges.down().reversed();
        this.dependents =
                edges.dependencies().isEmpty() ? children : edges.needs().reversed();
        this.normalized = NormalizedNeeds.of(edges, children);
        this.normalizedDependents = edges.dependencies().isEmpty() ? children : normalized.reversed();
        this.labels = BranchMembership.of(edges, children, dependents);
    }

    /**
     * Creates the graph.
     *
     * @throws InvalidGraphException if the revisions do not form a graph; holds every problem found
     */
    public static RevisionGraph of(List<Revision> inLoadOrder) {
        Edges edges = Edges.of(new Numbering(inLoadOrder));
        List<GraphProblem> problems = GraphCheck.problems(inLoadOrder, edges);
        if (!problems.isEmpty()) {
            throw new InvalidGraphException(problems);
        }
        return new RevisionGraph(edges);
    }

    /** Returns all revisions. */
    public List<Revision> revisions() {
        return numbering.revisions();
    }

    /** Returns whether the graph contains the revision. */
    public boolean contains(RevisionId id) {
        return numbering.contains(id);
    }

    /** Returns the revision with this full id. */
    public Optional<Revision> find(RevisionId id) {
        int number = numbering.find(id);
        return number < 0 ? Optional.empty() : Optional.of(revisions().get(number));
    }

    /** Returns the rows that this graph does not know because another release or another project applied them. */
    public List<RevisionId> unknown(CurrentHeads rows) {
        return rows.ids().stream().filter(id -> !contains(id)).toList();
    }

    /**
     * Requires every row to be known.
     *
     * @throws TargetException if a row is unknown; names every unknown row
     */
    void requireKnown(CurrentHeads rows) {
        List<RevisionId> unknown = unknown(rows);
        if (unknown.isEmpty()) {
            return;
        }
        boolean one = unknown.size() == 1;
        throw new TargetException(
                Kind.UNKNOWN_CURRENT,
                (one ? "Revision " + unknown.get(0) + " is" : MessageNames.list(unknown) + " are")
                        + " current in the database, and no script here has " + (one ? "that id." : "these ids."),
                "Deploy the release that applied it, or, if the scripts were removed for good, correct the version table"
                        + " with `migration stamp --purge <revision>`.");
    }

    private BitSet numbers(CurrentHeads rows) {
        requireKnown(rows);
        return numbering.numbers(rows.ids());
    }

    /** Returns the revisions that no other revision revises. */
    public List<RevisionId> heads() {
        return numbering.ids(children.ends());
    }

    /**
     * Returns the revisions that no other revision revises or depends on, which are the rows once everything is
     * applied.
     */
    public List<RevisionId> realHeads() {
        return numbering.ids(dependents.ends());
    }

    /** Returns the revisions that revise nothing. */
    public List<RevisionId> bases() {
        return numbering.ids(edges.down().ends());
    }

    /** Returns the revisions that revise nothing and depend on nothing. */
    public List<RevisionId> realBases() {
        return numbering.ids(edges.needs().ends());
    }

    /** Returns the revisions that two or more others revise. */
    public List<RevisionId> branchPoints() {
        return several(children);
    }

    /** Returns the revisions that revise two or more others. */
    public List<RevisionId> mergePoints() {
        return several(edges.down());
    }

    private List<RevisionId> several(AdjacencyLists arrows) {
        return numbering.ids(IntStream.range(0, arrows.size()).filter(revision -> arrows.count(revision) > 1));
    }

    /**
     * Returns the revisions that must be applied directly before the revision, in the order in which they are written.
     */
    public List<RevisionId> needs(RevisionId id, EdgeKind edgeKind) {
        return numbering.ids(IntStream.of(needs(edgeKind).from(numbering.number(id))));
    }

    /** Returns the down revisions, and the dependencies that no revision further down the line already depends on. */
    public List<RevisionId> normalizedNeeds(RevisionId id) {
        return numbering.ids(IntStream.of(normalized.from(numbering.number(id))));
    }

    /** Returns the revisions that directly need this one. */
    public List<RevisionId> children(RevisionId id, EdgeKind edgeKind) {
        return numbering.ids(IntStream.of(neededBy(edgeKind).from(numbering.number(id))));
    }

    /** Returns the revisions and everything that they need. */
    public Set<RevisionId> ancestorsAndSelf(Collection<RevisionId> ids, EdgeKind edgeKind) {
        return numbering.idSet(needs(edgeKind).reach(numbering.numbers(ids)));
    }

    /** Returns the revisions and everything that needs them. */
    public Set<RevisionId> descendantsAndSelf(Collection<RevisionId> ids, EdgeKind edgeKind) {
        return numbering.idSet(neededBy(edgeKind).reach(numbering.numbers(ids)));
    }

    /** Returns the revisions that a database with these rows has applied. */
    public Set<RevisionId> applied(CurrentHeads rows) {
        return numbering.idSet(edges.needs().reach(numbers(rows)));
    }

    /**
     * Returns those of the revisions, and of everything they need, that a database with these rows lacks, in load
     * order.
     */
    public List<RevisionId> missing(Collection<RevisionId> ids, CurrentHeads rows) {
        BitSet missing = edges.needs().reach(numbering.numbers(ids));
        missing.andNot(edges.needs().reach(numbers(rows)));
        return numbering.ids(missing);
    }

    /** Returns the revisions in load order, each once. */
    public List<RevisionId> inLoadOrder(Collection<RevisionId> ids) {
        return numbering.ids(numbering.numbers(ids));
    }

    /** Returns the members that no other member needs. */
    public CurrentHeads headsOf(Collection<RevisionId> ids) {
        BitSet members = numbering.numbers(ids);
        BitSet needed = new BitSet();
        members.stream()
                .flatMap(member -> IntStream.of(edges.needs().from(member)))
                .forEach(needed::set);
        members.andNot(edges.needs().reach(needed));
        return CurrentHeads.of(numbering.ids(members));
    }

    /** Returns the members in the order in which an upgrade applies them, each after everything that it needs. */
    public List<RevisionId> order(Collection<RevisionId> ids) {
        List<RevisionId> order = new ArrayList<>(newestFirst(ids));
        Collections.reverse(order);
        return Collections.unmodifiableList(order);
    }

    /** Returns the members in the order of a downgrade and of the history, each before everything that it needs. */
    public List<RevisionId> newestFirst(Collection<RevisionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        BitSet members = numbering.numbers(ids);
        BitSet between = needs(EdgeKind.ALL).reach(members);
        between.and(neededBy(EdgeKind.ALL).reach(members));
        return numbering.ids(IntStream.of(TopologicalWalk.tipsFirst(normalized, normalizedDependents, between))
                .filter(members::get));
    }

    /** Returns all revisions, newest first. */
    public List<RevisionId> history() {
        return newestFirst(revisions().stream().map(Revision::id).toList());
    }

    /** Returns the branch labels that a revision carries: its own and those of the branch on which it lies, sorted. */
    public SortedSet<String> branchLabels(RevisionId id) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(labels.get(numbering.number(id))));
    }

    /** Returns whether a revision carries the branch label. */
    public boolean hasBranchLabel(RevisionId id, String branchLabel) {
        return labels.get(numbering.number(id)).holds(branchLabel);
    }

    /** Returns all branch labels, in the load order of the revisions that declare them. */
    public List<String> branchLabels() {
        return edges.labelNames();
    }

    /** Returns the revision that declares the branch label. */
    public Optional<RevisionId> labelled(String branchLabel) {
        return Optional.ofNullable(edges.labels().get(branchLabel)).map(numbering::id);
    }

    /**
     * Returns the revisions that {@code current} lists: the applied revisions that no applied revision revises, sorted.
     * A tip that is applied only as a dependency is included, although it has no row.
     */
    public List<RevisionId> current(CurrentHeads rows) {
        BitSet applied = edges.needs().reach(numbers(rows));
        return numbering
                .ids(applied.stream().filter(revision -> IntStream.of(children.from(revision))
                        .noneMatch(applied::get)))
                .stream()
                .sorted()
                .toList();
    }

    private AdjacencyLists needs(EdgeKind edgeKind) {
        return edgeKind == EdgeKind.ALL ? edges.needs() : edges.down();
    }

    private AdjacencyLists neededBy(EdgeKind edgeKind) {
        return edgeKind == EdgeKind.ALL ? dependents : children;
    }
}
