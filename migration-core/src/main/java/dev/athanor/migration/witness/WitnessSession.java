package dev.athanor.migration.witness;

import dev.athanor.migration.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads under settings in which the server always prints the same object in the same way. */
final class WitnessSession {

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final Map<String, String> FIXED = Map.of(
            "quote_all_identifiers", "off",
            "datestyle", "ISO, MDY",
            "intervalstyle", "postgres",
            "timezone", "UTC",
            "bytea_output", "hex",
            "jit", "off",
            "extra_float_digits", "1");

    private static final String SET =
            "SELECT set_config(name, value, true) FROM unnest(?::text[], ?::text[]) AS wanted (name, value)";

    private static final String NOW =
            "SELECT name, current_setting(name) AS value FROM unnest(?::text[]) AS names (name)";

    private final Connection connection;
    private final JdbcClient client;

    WitnessSession(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    <T> T read(WitnessScope scope, Function<JdbcClient, T> reading) {
        try {
            return connection.getAutoCommit() ? alone(scope, reading) : within(scope, reading);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The connection cannot be used to read the catalogs", e);
        }
    }

    private <T> T alone(WitnessScope scope, Function<JdbcClient, T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            client.sql(BEGIN).update();
            set(wanted(scope));
            return reading.apply(client);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Restores the settings, except after a failure, because the transaction and its settings are lost then. */
    private <T> T within(WitnessScope scope, Function<JdbcClient, T> reading) throws DataAccessException {
        Map<String, String> wanted = wanted(scope);
        Map<String, String> before = now(wanted);
        set(wanted);
        T read = reading.apply(client);
        set(before);
        return read;
    }

    private static Map<String, String> wanted(WitnessScope scope) {
        Map<String, String> wanted = new TreeMap<>(FIXED);
        wanted.put(
                "search_path",
                Stream.of(Stream.of(scope.schema()), scope.path().stream(), Stream.of("pg_temp"))
                        .flatMap(schemas -> schemas)
                        .distinct()
                        .map(schema -> new Identifier(schema).quoted())
                        .collect(Collectors.joining(", ")));
        return wanted;
    }

    private Map<String, String> now(Map<String, String> wanted) {
        Map<String, String> now = new TreeMap<>();
        client.sql(NOW).param(wanted.keySet().toArray(String[]::new)).query(row -> {
            now.put(row.getString("name"), row.getString("value"));
        });
        return now;
    }

    private void set(Map<String, String> settings) {
        client.sql(SET)
                .param(settings.keySet().toArray(String[]::new))
                .param(settings.values().toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
