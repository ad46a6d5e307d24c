package dev.athanor.migration.shadow;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Identifies the database and the server of a connection, whatever its URL says: aliases of a host, poolers and proxies
 * lead to the same identity.
 *
 * @param name the name of the database
 * @param oid the oid of the database
 * @param system the identifier that {@code initdb} gave to the server's files, or empty if the role may not read it
 * @param started when the server was started, in seconds; distinguishes servers if the identifier cannot be read
 */
public record DatabaseIdentity(String name, long oid, Optional<Long> system, double started) {

    private static final String LOOK = "SELECT d.datname, d.oid, extract(epoch FROM pg_postmaster_start_time()),"
            + " coalesce(has_function_privilege(to_regprocedure('pg_catalog.pg_control_system()')::oid, 'EXECUTE'), false)"
            + " FROM pg_catalog.pg_database d WHERE d.datname = current_database()";

    private static final String SYSTEM = "SELECT system_identifier FROM pg_catalog.pg_control_system()";

    /** Reads the identity over a connection. */
    public static DatabaseIdentity of(JdbcClient client) {
        return client.sql(LOOK)
                .query((row, number) -> new DatabaseIdentity(
                        row.getString(1),
                        row.getLong(2),
                        row.getBoolean(4) ? Optional.of(system(client)) : Optional.empty(),
                        row.getDouble(3)))
                .single();
    }

    private static long system(JdbcClient client) {
        return client.sql(SYSTEM).query(Long.class).single();
    }

    /** Returns whether the other database is the same, or a physical copy of it. */
    public boolean isSameAs(DatabaseIdentity other) {
        boolean sameServer = system.isPresent() && other.system.isPresent()
                ? system.equals(other.system)
                : Double.compare(started, other.started) == 0;
        return sameServer && oid == other.oid;
    }
}
