package dev.athanor.migration.inspect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies the settings under which the server always prints an object in the same way, while the catalogs are read.
 *
 * <p>The search path is that of a migration: the schema first, then the session's own search path, without the other
 * schemas that are read. The schema of temporary tables, which would hide others, comes last.
 */
final class ReadingSettings {

    private static final Map<String, String> FIXED = Map.of(
            "quote_all_identifiers", "off",
            "datestyle", "ISO, MDY",
            "intervalstyle", "postgres",
            "timezone", "UTC",
            "bytea_output", "hex",
            "jit", "off",
            "extra_float_digits", "1");

    private static final String SET =
            "SELECT set_config(name, value, true)" + " FROM unnest(?::text[], ?::text[]) AS wanted (name, value)";

    private static final String NOW =
            "SELECT name, current_setting(name) AS value FROM unnest(?::text[]) AS names (name)";

    private final JdbcClient client;
    private final Map<String, String> before;

    private ReadingSettings(JdbcClient client, Map<String, String> before) {
        this.client = client;
        this.before = before;
    }

    static ReadingSettings set(JdbcClient client, SchemaScope scope) {
        Map<String, String> wanted = new TreeMap<>(FIXED);
        wanted.put("search_path", searchPath(client, scope));
        ReadingSettings settings = new ReadingSettings(client, now(client, wanted));
        settings.set(wanted);
        return settings;
    }

    /** Restores the previous settings, in a transaction of the caller that continues. */
    void putBack() {
        set(before);
    }

    private static String searchPath(JdbcClient client, SchemaScope scope) {
        List<String> before = client.sql("SELECT unnest(current_schemas(false))")
                .query((row, number) -> row.getString(1))
                .list();
        return Stream.of(
                        Stream.of(scope.schema()),
                        before.stream().filter(schema -> !scope.schemas().contains(schema)),
                        Stream.of("pg_temp"))
                .flatMap(schemas -> schemas)
                .map(schema -> '"' + schema.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> now(JdbcClient client, Map<String, String> wanted) {
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
