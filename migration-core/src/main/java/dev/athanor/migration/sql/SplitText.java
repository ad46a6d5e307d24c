package dev.athanor.migration.sql;

import java.util.List;

/**
 * A text told apart.
 *
 * @param statements in order
 * @param problems in order; where there is one, the statement it concerns is missing from {@code statements}
 * @since 0.1.0
 */
public record SplitText(List<Statement> statements, List<SqlProblem> problems) {

    public SplitText {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
