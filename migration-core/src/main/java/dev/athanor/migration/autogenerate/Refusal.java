package dev.athanor.migration.autogenerate;

import dev.athanor.migration.sql.Statement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A statement that the server did not take, in words. */
record Refusal(Statement statement, SQLException failure) {

    private static final int LONGEST_EXCERPT = 600;

    /** The line at which the server found the fault, or at which the statement begins. */
    int line() {
        ServerErrorMessage server = server(failure);
        int position = server == null ? 0 : server.getPosition();
        long before = statement
                .sql()
                .codePoints()
                .limit(Math.max(0, position - 1))
                .filter(c -> c == '\n')
                .count();
        return statement.line() + (int) before;
    }

    String excerpt() {
        String sql = statement.sql();
        String shown = sql.length() <= LONGEST_EXCERPT ? sql : sql.substring(0, LONGEST_EXCERPT) + " …";
        return shown.indent(4).stripTrailing();
    }

    String words() {
        return words(failure);
    }

    /** The server's own words, in one line, with its SQLState. */
    static String words(SQLException failure) {
        ServerErrorMessage server = server(failure);
        if (server == null) {
            return failure.getMessage() + " (SQLState " + failure.getSQLState() + ")";
        }
        String detail = server.getDetail() == null ? "" : " " + server.getDetail();
        return server.getSeverity() + ": " + server.getMessage() + detail + " (SQLState " + failure.getSQLState() + ")";
    }

    /** The same of a failure that may be underneath another one. */
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
