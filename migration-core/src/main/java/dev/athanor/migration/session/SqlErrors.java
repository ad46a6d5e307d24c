package dev.athanor.migration.session;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Classifies failures of the driver by their SQLSTATE, never by their text.
 *
 * @since 0.1.0
 */
public final class SqlErrors {

    private static final Set<String> UNDEFINED = Set.of("42P01", "3F000");
    private static final Set<String> UNUSABLE = Set.of("42501", "42703", "42P01", "55000", "42809");
    private static final Set<String> SESSION_ENDED = Set.of("25P03", "25P04");
    private static final Set<String> REFUSES_TRANSACTION = Set.of("25001", "2D000");
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String UNTRANSLATABLE_CHARACTER = "22P05";

    private SqlErrors() {}

    /** Returns whether a table or its schema is missing. */
    public static boolean undefinedTable(Throwable failure) {
        return UNDEFINED.contains(state(failure));
    }

    /** Returns whether a column is missing. */
    public static boolean undefinedColumn(Throwable failure) {
        return UNDEFINED_COLUMN.equals(state(failure));
    }

    /** Returns whether a text holds a character that the database's encoding lacks. */
    static boolean unconverted(Throwable failure) {
        return UNTRANSLATABLE_CHARACTER.equals(state(failure));
    }

    /** Returns the SQLSTATE, or an empty string if there is none. */
    public static String state(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState).orElse("");
    }

    /**
     * Returns whether the connection was lost. Class 08 is a connection failure, 57P a server that is shutting down,
     * and 25P03 and 25P04 a session that the server has ended.
     */
    public static boolean connectionLost(Throwable failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P") || SESSION_ENDED.contains(state);
    }

    /**
     * Returns whether the server refuses to run the statement inside a transaction, or refuses a commit inside a
     * routine.
     */
    public static boolean refusesTransaction(Throwable failure) {
        return REFUSES_TRANSACTION.contains(state(failure));
    }

    /** Returns the message of the driver or the server, or of the innermost cause if neither is among the causes. */
    public static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof PSQLException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? inOneLine(postgres.getServerErrorMessage())
                : Credentials.mask(Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName()));
    }

    /** Returns the message without the position, which counts in a statement of the engine that users do not see. */
    private static String inOneLine(ServerErrorMessage server) {
        String detail = server.getDetail() == null ? "" : " (" + server.getDetail() + ")";
        return server.getSeverity() + ": " + server.getMessage() + detail;
    }

    /** Returns whether a table was altered or dropped, or the role may not write to it. */
    public static boolean unusableTable(Throwable failure) {
        return UNUSABLE.contains(state(failure));
    }

    /** Returns the first exception of the driver among the causes, or empty if there is none. */
    public static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
