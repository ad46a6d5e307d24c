package dev.athanor.migration.runner;

/** No connection could be had. */
public final class DatabaseUnreachableException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    DatabaseUnreachableException(String reason, Throwable cause) {
        super(
                "No connection to the database: " + reason,
                "Check that the server runs and that the URL, user and password are right: spring.datasource.*, or"
                        + " migration.url, migration.username and migration.password where migrations have their own.",
                Credentials.masked(cause));
    }
}
