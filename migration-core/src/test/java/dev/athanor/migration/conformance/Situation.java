package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A step as a {@link DifferenceRule} sees it: read without the code that resolves targets. */
record Situation(Engine engine, RecordedStep step) {

    RevisionGraph graph() {
        return engine.graph();
    }

    boolean is(String command) {
        return step.command().equals(command);
    }

    /** Whether Alembic gave an answer that is no error. */
    boolean isAnswered() {
        return step.errorKind().isEmpty();
    }

    /** The one target as it was typed. */
    String text() {
        return String.join(" ", step.targets());
    }

    Optional<String> branch() {
        return text().contains("@") ? Optional.of(text().substring(0, text().indexOf('@'))) : Optional.empty();
    }

    String plain() {
        return text().substring(text().indexOf('@') + 1);
    }

    /** What has this id or label, else what begins so. */
    List<RevisionId> named(String name) {
        List<RevisionId> exact = revisions((id, labels) -> id.equals(name) || labels.contains(name));
        return exact.isEmpty() && name.matches("[\\w.]+")
                ? revisions((id, labels) -> Stream.concat(Stream.of(id), labels.stream())
                        .anyMatch(key -> key.length() >= 4 && key.startsWith(name)))
                : exact;
    }

    private List<RevisionId> revisions(BiPredicate<String, List<String>> wanted) {
        return graph().revisions().stream()
                .filter(revision -> wanted.test(revision.id().value(), revision.branchLabels()))
                .map(revision -> revision.id())
                .toList();
    }

    List<RevisionId> namedOnLine() {
        return named(plain()).stream().filter(line()::contains).toList();
    }

    /** All above and below the branch by down revisions. */
    Set<RevisionId> line() {
        List<RevisionId> start = branch().map(this::named).orElse(List.of());
        Set<RevisionId> line = new HashSet<>(graph().ancestorsAndSelf(start, EdgeKind.DOWN_REVISIONS));
        line.addAll(graph().descendantsAndSelf(start, EdgeKind.DOWN_REVISIONS));
        return line;
    }

    /** What Alembic does. */
    List<RevisionId> steps() {
        return step.revisions().stream().map(RevisionId::new).toList();
    }

    /**
     * What comes down beside the branch, and would stay if the downgrade stopped at the fork where it leaves the branch: what
     * depends on the branch above the fork comes down there as well.
     */
    Set<RevisionId> siblings() {
        Set<RevisionId> lost = new HashSet<>(steps());
        lost.retainAll(line());
        Set<RevisionId> siblings = new HashSet<>(steps());
        siblings.removeAll(line());
        siblings.removeIf(id -> graph().needs(id, EdgeKind.DOWN_REVISIONS).stream()
                .filter(lost::contains)
                .allMatch(fork -> comesDownAbove(fork).contains(id)));
        return siblings;
    }

    private Set<RevisionId> comesDownAbove(RevisionId fork) {
        List<RevisionId> above = graph().children(fork, EdgeKind.DOWN_REVISIONS).stream()
                .filter(line()::contains)
                .toList();
        return graph().descendantsAndSelf(above, EdgeKind.ALL);
    }

    boolean isAnswerTo(String target, Answer ours) {
        return engine.answer(step.with(target)).toString().equals(ours.toString());
    }

    /** So many below each head; none where base is nearer. */
    Set<RevisionId> belowHeads(int steps) {
        Set<RevisionId> reached = new HashSet<>();
        for (RevisionId head : graph().realHeads()) {
            List<RevisionId> at = List.of(head);
            for (int down = 0; down < steps && !at.isEmpty(); down++) {
                at = graph().needs(at.get(0), EdgeKind.DOWN_REVISIONS);
            }
            reached.addAll(at);
        }
        return reached;
    }

    /** Everything from these up to the heads. */
    Set<RevisionId> between(Set<RevisionId> lower) {
        if (lower.isEmpty()) {
            return Set.copyOf(graph().history());
        }
        Set<RevisionId> between = new HashSet<>(graph().descendantsAndSelf(lower, EdgeKind.DOWN_REVISIONS));
        Set<RevisionId> below = new HashSet<>(graph().ancestorsAndSelf(lower, EdgeKind.ALL));
        below.removeAll(lower);
        between.removeAll(below);
        return between;
    }

    boolean lists(Answer ours, Set<RevisionId> expected) {
        return ours instanceof Answer.Listed listed && listed.revisions().equals(graph().newestFirst(expected));
    }
}
