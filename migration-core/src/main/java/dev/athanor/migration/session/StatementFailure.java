package dev.athanor.migration.session;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementExcerpt;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Reports a statement of a script that the server refused.
 *
 * @since 0.1.0
 */
public final class StatementFailure extends ScriptFailure {

    private static final long serialVersionUID = 1L;

    private final transient Statement statement;
    private final int number;
    private final transient SQLException failure;
    private final transient Placeholders placeholders;

    /**
     * Creates the failure.
     *
     * @param number the place of the statement in its section, from 1
     */
    public StatementFailure(Statement statement, int number, SQLException failure, Placeholders placeholders) {
        super(masked(failure, placeholders));
        this.statement = statement;
        this.number = number;
        this.failure = failure;
        this.placeholders = placeholders;
    }

    /** Returns the statement as it was sent. */
    public Statement statement() {
        return statement;
    }

    /** Returns the place of the statement in its section, from 1. */
    public int number() {
        return number;
    }

    /** Returns the line of the file at which the server found the error, or at which the statement begins. */
    public int line() {
        ServerErrorMessage server = serverMessage();
        return statement.lineAt(server == null ? 0 : server.getPosition());
    }

    /** Returns PostgreSQL's message with SQLSTATE, detail, hint and context. */
    public String serverWords() {
        ServerErrorMessage server = serverMessage();
        String words = server == null ? String.valueOf(failure.getMessage()) : server.toString();
        return placeholders.mask(words) + " (SQLState " + failure.getSQLState() + ")";
    }

    /** Returns the statement without secrets, shortened if it is long. */
    public String excerpt() {
        return excerpt(statement, placeholders);
    }

    /** Returns the beginning of the statement in one line, without secrets. */
    public String excerptInOneLine() {
        return StatementExcerpt.inOneLine(placeholders.mask(statement.sql()));
    }

    /** Returns a statement without secrets, shortened if it is long. */
    public static String excerpt(Statement statement, Placeholders placeholders) {
        return StatementExcerpt.of(placeholders.mask(statement.sql()));
    }

    /**
     * Returns the driver's exception, or, if it repeats a secret, an exception with the masked message and the same
     * SQLSTATE.
     */
    public static SQLException masked(SQLException failure, Placeholders placeholders) {
        String message = String.valueOf(failure.getMessage());
        String masked = placeholders.mask(message);
        return masked.equals(message)
                ? failure
                : new SQLException(masked, failure.getSQLState(), failure.getErrorCode());
    }

    private @Nullable ServerErrorMessage serverMessage() {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
