package dev.athanor.migration.runner;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;

/**
 * Observes the statements of scripts on the connection that runs them, in the transaction of the statement if there is
 * one.
 *
 * <p>Statements that are observed are sent one by one. An observer may query the database, but must not change it. A
 * statement that fails may begin a second time.
 *
 * @since 0.1.0
 */
public interface StatementObserver {

    /** Observes nothing, so that statements are sent together. */
    StatementObserver NONE = new StatementObserver() {};

    /** Returns whether the statements of the current step are observed. */
    default boolean observes() {
        return false;
    }

    /** Called when a statement is about to be sent. */
    default void statementBegins(Session session, Statement statement, int number) {}

    /** Called when a statement has succeeded. A statement in batches has succeeded when all batches are committed. */
    default void statementEnded(Session session, Statement statement, int number) {}

    /** Called when a statement has failed. A transaction can do nothing more then. */
    default void statementFailed(Statement statement, int number, StatementFailure failure) {}

    /** Called in the transaction of a step whose statements have all succeeded, before the step is recorded. */
    default void stepEnds(Session session) {}
}
