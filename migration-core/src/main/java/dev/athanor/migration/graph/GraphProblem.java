package dev.athanor.migration.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * Describes one reason why revisions do not form a graph.
 *
 * @since 0.1.0
 */
public sealed interface GraphProblem {

    /** Calls the visitor's method for this kind of problem and returns its result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of problem, so that code that forgets a kind does not compile.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /** Answers for {@link MissingDownRevision}. */
        R missingDownRevision(MissingDownRevision problem);

        /** Answers for {@link MissingDependency}. */
        R missingDependency(MissingDependency problem);

        /** Answers for {@link DuplicateId}. */
        R duplicateId(DuplicateId problem);

        /** Answers for {@link Cycle}. */
        R cycle(Cycle problem);

        /** Answers for {@link DuplicateLabel}. */
        R duplicateLabel(DuplicateLabel problem);

        /** Answers for {@link LabelIsRevisionId}. */
        R labelIsRevisionId(LabelIsRevisionId problem);

        /** Answers for {@link IllegalLabel}. */
        R illegalLabel(IllegalLabel problem);
    }

    /** Returns the revisions of this graph that are involved, beginning with the one to look at first. */
    List<RevisionId> revisions();

    /** Returns a description of the problem that names the revisions. */
    String describe();

    /** Reports that {@code revision} revises an id that no revision has. */
    record MissingDownRevision(RevisionId revision, RevisionId missing) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missingDownRevision(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(revision);
        }

        @Override
        public String describe() {
            return "Revision " + revision + " revises " + missing + ", which does not exist.";
        }
    }

    /** Reports that {@code revision} depends on a name that is neither a full id nor a branch label. */
    record MissingDependency(RevisionId revision, String missing) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missingDependency(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(revision);
        }

        @Override
        public String describe() {
            return "Revision " + revision + " depends on " + missing
                    + ", which is neither the full id nor a branch label of any revision.";
        }
    }

    /** Reports that several revisions have the same id. */
    record DuplicateId(RevisionId id, int times) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.duplicateId(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(id);
        }

        @Override
        public String describe() {
            return "Revision " + id + " is present " + (times == 2 ? "twice" : times + " times") + ".";
        }
    }

    /**
     * Reports revisions that need one another.
     *
     * @param edges the edges that form the cycle: down revisions only, or all if only a dependency closes the cycle
     * @param path the cycle: each revision needs the next one, and the last one needs the first; a single one needs
     *     itself
     */
    record Cycle(EdgeKind edges, List<RevisionId> path) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cycle(this);
        }

        private static final int SHOWN = 20;

        public Cycle {
            path = List.copyOf(path);
        }

        @Override
        public List<RevisionId> revisions() {
            return path;
        }

        @Override
        public String describe() {
            String word = edges == EdgeKind.ALL ? "depends on" : "revises";
            if (path.size() == 1) {
                return "Revision " + path.get(0) + " " + word + " itself.";
            }
            String kind = edges == EdgeKind.ALL ? "Dependency cycle: " : "Cycle: ";
            return kind + String.join(" needs ", shown()) + ".";
        }

        private List<String> shown() {
            Stream<String> ids = path.stream().limit(SHOWN).map(RevisionId::value);
            Stream<String> rest =
                    path.size() > SHOWN ? Stream.of("… " + (path.size() - SHOWN) + " more …") : Stream.of();
            return Stream.of(ids, rest, Stream.of(path.get(0).value()))
                    .flatMap(part -> part)
                    .toList();
        }
    }

    /** Reports a branch label that two revisions declare, or that one revision declares twice. */
    record DuplicateLabel(String label, List<RevisionId> revisions) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.duplicateLabel(this);
        }

        public DuplicateLabel {
            revisions = List.copyOf(revisions);
        }

        @Override
        public String describe() {
            return "Branch label '" + label + "' is declared by " + MessageNames.list(revisions) + ".";
        }
    }

    /** Reports a branch label that is also the id of a revision. */
    record LabelIsRevisionId(String label, RevisionId revision) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.labelIsRevisionId(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return Stream.of(revision, new RevisionId(label)).distinct().toList();
        }

        @Override
        public String describe() {
            return "Branch label '" + label + "' of revision " + revision + " is also a revision's id.";
        }
    }

    /** Reports a branch label that a target could not name. */
    record IllegalLabel(String label, RevisionId revision, String fault) implements GraphProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.illegalLabel(this);
        }

        @Override
        public List<RevisionId> revisions() {
            return List.of(revision);
        }

        @Override
        public String describe() {
            return "Branch label '" + label + "' of revision " + revision + " " + fault + ".";
        }
    }
}
