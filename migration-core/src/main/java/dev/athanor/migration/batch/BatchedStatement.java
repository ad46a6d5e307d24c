package dev.athanor.migration.batch;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.sql.Statement;

/**
 * A statement in batches, and where it stands.
 *
 * @param step the step that runs it
 * @param batch how it walks its table
 * @param statement the statement as written
 * @param number its place in its section, from 1
 * @param row the step's history row
 * @since 0.1.0
 */
public record BatchedStatement(Step step, Batch batch, Statement statement, int number, long row) {

    /** Revision and place, for people. */
    String place() {
        return "revision " + Steps.script(step).id() + ", " + Steps.script(step).at(statement.line());
    }
}
