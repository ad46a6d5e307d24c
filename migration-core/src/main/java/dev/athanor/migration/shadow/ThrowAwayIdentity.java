package dev.athanor.migration.shadow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Distinguishes one throw-away database from every other database, by what the creating connection has read and
 * written.
 *
 * <p>The name alone proves nothing, because a pooler may answer every name with the same database. The oid
 * distinguishes the database from one that has taken its name on the same server, and the token from one of the same
 * name and oid on another server.
 *
 * @param name the name of the database
 * @param oid the oid in {@code pg_database}
 * @param token the random token in the comment on the database
 */
record ThrowAwayIdentity(String name, long oid, String token) {

    private static final String INSIDE = "SELECT d.datname, d.oid, pg_catalog.shobj_description(d.oid, 'pg_database')"
            + " FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()";

    private static final String BY_NAME = "SELECT d.datname, d.oid, pg_catalog.shobj_description(d.oid, 'pg_database')"
            + " FROM pg_catalog.pg_database d WHERE d.datname = ?";

    /** Describes a database as a connection sees it. The comment is empty if the database has none. */
    record Seen(String name, long oid, String comment) {

        String describe() {
            return name + " (oid " + oid + ")";
        }
    }

    /** Returns the database of a connection. */
    static Seen where(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSIDE)) {
            return first(statement).orElseThrow(() -> new SQLException("The server does not tell its database"));
        }
    }

    /** Returns the database with the given name on the server of a connection. */
    static Optional<Seen> named(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_NAME)) {
            statement.setString(1, name);
            return first(statement);
        }
    }

    private static Optional<Seen> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String comment = row.getString(3);
            return Optional.of(new Seen(row.getString(1), row.getLong(2), comment == null ? "" : comment));
        }
    }

    /** Returns whether the database is the one with this identity. */
    boolean is(Seen seen) {
        return seen.name().equals(name)
                && seen.oid() == oid
                && OwnershipComment.of(seen.comment())
                        .filter(ownership -> ownership.is(this))
                        .isPresent();
    }
}
