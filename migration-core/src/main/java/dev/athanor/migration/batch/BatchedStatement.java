package dev.athanor.migration.batch;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.sql.Statement;

/**
 * Represents a statement in batches and its place.
 *
 * @param step the step that runs the statement
 * @param batch how the statement processes its table
 * @param statement the statement as it is written
 * @param number the place of the statement in its section, from 1
 * @param row the id of the step's history row
 * @since 0.1.0
 */
public record BatchedStatement(Step step, Batch batch, Statement statement, int number, long row) {

    /** Returns the revision and the place as text for messages. */
    String place() {
        return "revision " + Steps.script(step).id() + ", " + Steps.script(step).at(statement.line());
    }
}
