package dev.athanor.migration.shadow;

import dev.athanor.migration.error.MigrationException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Thrown if a throw-away database cannot be created, used or dropped. */
public final class ShadowException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private static final String ELSEWHERE =
            "name a server for it: migration.shadow.url, migration.shadow.username and" + " migration.shadow.password.";

    private static final String DIRECTLY =
            "Name a server that is reached directly, under the real names of its databases: migration.shadow.url,"
                    + " migration.shadow.username and migration.shadow.password.";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private ShadowException(String problem, String action, @Nullable Throwable cause) {
        super(problem, action, cause);
    }

    static ShadowException unreachable(Throwable failure) {
        return new ShadowException(
                "No throw-away database can be made, because the server cannot be reached: " + words(failure),
                "Check that it runs, and that url, user and password are right; or " + ELSEWHERE,
                failure);
    }

    static ShadowException notCreated(String role, Throwable failure) {
        if (INSUFFICIENT_PRIVILEGE.equals(sql(failure).getSQLState())) {
            return new ShadowException(
                    "The role " + role + " may not create databases, and a throw-away one is needed: " + words(failure),
                    "Where you develop, allow it: `ALTER ROLE " + role + " CREATEDB`. Otherwise " + ELSEWHERE,
                    failure);
        }
        return new ShadowException(
                "The throw-away database cannot be created: " + words(failure),
                "Correct what the server says; or " + ELSEWHERE,
                failure);
    }

    static ShadowException notEntered(String name, Throwable failure) {
        return new ShadowException(
                "The throw-away database " + name + " was created, and cannot be connected to: " + words(failure),
                "User and password are taken from the DataSource, where it shows them, and the pg_hba.conf of the"
                        + " server must let them into databases of other names; otherwise " + ELSEWHERE,
                failure);
    }

    static ShadowException elsewhere(ThrowAwayIdentity wanted, ThrowAwayIdentity.Seen seen) {
        return new ShadowException(
                "A connection to the throw-away database " + wanted.name() + " (oid " + wanted.oid() + ") led to "
                        + (seen.name().equals(wanted.name())
                                ? "another database of that name (oid " + seen.oid() + ", without its token)"
                                : "the database " + seen.describe())
                        + " instead: a pooler, a proxy or another server has answered it.",
                "Nothing was run there. " + DIRECTLY,
                null);
    }

    static ShadowException vanished(String name) {
        return new ShadowException(
                "The throw-away database " + name
                        + " was created, and the same connection does not find it: a pooler or a"
                        + " proxy sends its statements to several servers.",
                "Nothing was run. " + DIRECTLY,
                null);
    }

    static ShadowException notOurs(ThrowAwayIdentity wanted, ThrowAwayIdentity.Seen seen) {
        return new ShadowException(
                "The database " + seen.describe()
                        + " is not the throw-away database that was created under that name (oid " + wanted.oid()
                        + "), and was not dropped.",
                "Find out who has replaced it, or which server has answered. Where the one that was created still exists,"
                        + " the next `migration verify` on its server drops it.",
                null);
    }

    static ShadowException notDropped(String name, Throwable failure) {
        return new ShadowException(
                "The throw-away database " + name + " could not be dropped: " + words(failure),
                "The next one that is made drops it first. Or do it: `DROP DATABASE " + name + " WITH (FORCE)`.",
                failure);
    }

    private static SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return new SQLException(failure);
    }

    /** Returns the message of the server, in one line. */
    private static String words(Throwable failure) {
        SQLException cause = sql(failure);
        ServerErrorMessage server = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return server == null
                ? String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                : server.getSeverity() + ": " + server.getMessage();
    }
}
