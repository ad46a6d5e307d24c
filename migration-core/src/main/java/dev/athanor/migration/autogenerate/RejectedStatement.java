package dev.athanor.migration.autogenerate;

import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementExcerpt;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Describes a statement that the server rejected. */
record RejectedStatement(Statement statement, SQLException failure) {

    /** Returns the line at which the server found the error, or else the line at which the statement begins. */
    int line() {
        ServerErrorMessage server = server(failure);
        return statement.lineAt(server == null ? 0 : server.getPosition());
    }

    String excerpt() {
        return StatementExcerpt.of(statement.sql());
    }

    String words() {
        return words(failure);
    }

    /** Returns the server's message without its details, which may show rows. */
    String message() {
        ServerErrorMessage server = server(failure);
        return String.valueOf(server == null ? failure.getMessage() : server.getMessage());
    }

    /** Returns the server's message on one line, with its SQLState. */
    static String words(SQLException failure) {
        ServerErrorMessage server = server(failure);
        if (server == null) {
            return failure.getMessage() + " (SQLState " + failure.getSQLState() + ")";
        }
        String detail = server.getDetail() == null ? "" : " " + server.getDetail();
        return server.getSeverity() + ": " + server.getMessage() + detail + " (SQLState " + failure.getSQLState() + ")";
    }

    /** Returns the server's message for the failure or one of its causes. */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return words(found);
            }
        }
        return String.valueOf(failure.getMessage());
    }

    private static @Nullable ServerErrorMessage server(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
