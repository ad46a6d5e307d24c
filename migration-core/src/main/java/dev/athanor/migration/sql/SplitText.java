package dev.athanor.migration.sql;

import java.util.List;

/**
 * Holds the statements and the problems of a text.
 *
 * @param statements in order
 * @param problems in order; if there is one, its statement is missing from {@code statements}
 * @since 0.1.0
 */
public record SplitText(List<Statement> statements, List<SqlProblem> problems) {

    public SplitText {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
