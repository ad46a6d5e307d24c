package dev.athanor.migration.runner;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.StatementFailure;
import dev.athanor.migration.sql.Statement;
import java.util.regex.Pattern;

/** Sends a statement between the calls of an observer. */
final class ObservedWork {

    /** Matches statements that PostgreSQL accepts only before the first query of a transaction. */
    private static final Pattern FIRST_OF_TRANSACTION =
            Pattern.compile("SET\\s+(LOCAL\\s+)?TRANSACTION\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final StatementObserver observer;
    private final Session session;

    ObservedWork(StatementObserver observer, Session session) {
        this.observer = observer;
        this.session = session;
    }

    /** Sends a statement. */
    interface Work<E extends Exception> {
        void send() throws E, StatementFailure;
    }

    /** Returns whether a statement has to be sent on its own, so that it can be observed. */
    boolean observes(Statement statement) {
        return observer.observes()
                && !FIRST_OF_TRANSACTION.matcher(statement.sql()).matches();
    }

    /** Sends a statement, and tells the observer if it observes. */
    <E extends Exception> void run(Statement statement, int number, Work<E> work) throws E, StatementFailure {
        if (!observes(statement)) {
            work.send();
            return;
        }
        observer.statementBegins(session, statement, number);
        try {
            work.send();
        } catch (StatementFailure failure) {
            observer.statementFailed(statement, number, failure);
            throw failure;
        }
        observer.statementEnded(session, statement, number);
    }

    /** Tells the observer that the statements of a step have succeeded. */
    void stepEnds() {
        if (observer.observes()) {
            observer.stepEnds(session);
        }
    }
}
