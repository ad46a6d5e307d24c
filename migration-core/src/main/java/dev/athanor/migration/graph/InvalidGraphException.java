package dev.athanor.migration.graph;

import dev.athanor.migration.error.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reports that the revisions do not form a graph, with every reason.
 *
 * @since 0.1.0
 */
public final class InvalidGraphException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<GraphProblem> problems;

    /**
     * Creates the exception.
     *
     * @param problems the problems, at least one
     */
    public InvalidGraphException(List<GraphProblem> problems) {
        super(
                problems.stream().map(GraphProblem::describe).collect(Collectors.joining("\n")),
                "Correct the headers (`Revision ID`, `Revises`, `Depends On`, `Branch Labels`) of "
                        + MessageNames.list(problems.stream()
                                .flatMap(problem -> problem.revisions().stream())
                                .distinct()
                                .toList())
                        + ", then run `migration validate`.");
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem, in load order within a kind. */
    public List<GraphProblem> problems() {
        return problems;
    }
}
