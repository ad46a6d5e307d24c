package dev.athanor.migration.shadow;

import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the options with which a database is created, and the settings that it gives to each session.
 *
 * @param encoding the server's name for the encoding
 * @param locale the clauses of {@code CREATE DATABASE} that set the same collation
 * @param settings the settings of {@code ALTER DATABASE … SET} as the catalog stores them; later ones override earlier
 *     ones
 */
record DatabaseOptions(String encoding, String locale, List<String> settings) {

    /** Selects the options. The columns differ between versions of the server. */
    private static final String LOOK = "SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype,"
            + " to_jsonb(d) ->> 'datlocprovider' AS provider,"
            + " coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,"
            + " to_jsonb(d) ->> 'daticurules' AS rules"
            + " FROM pg_database d WHERE datname = current_database()";

    private static final String SETTINGS = "SELECT unnest(setconfig) FROM (SELECT * FROM pg_db_role_setting"
            + " WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND setrole IN (0, (SELECT oid FROM pg_roles WHERE rolname = session_user)) ORDER BY setrole) AS known";

    /** Lists the settings whose values are lists of names, which the catalog stores quoted. */
    private static final Set<String> LISTS =
            Set.of("search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries");

    private static final Map<String, String> LOCALE_CLAUSES =
            Map.of("i", " LOCALE_PROVIDER icu ICU_LOCALE ", "b", " LOCALE_PROVIDER builtin BUILTIN_LOCALE ");

    static DatabaseOptions of(JdbcClient client) {
        List<String> settings =
                client.sql(SETTINGS).query((row, number) -> row.getString(1)).list();
        return client.sql(LOOK)
                .query((row, number) -> new DatabaseOptions(row.getString("encoding"), locale(row), settings))
                .single();
    }

    private static String locale(ResultSet row) throws SQLException {
        StringBuilder clauses = new StringBuilder();
        clauses.append(" LC_COLLATE ").append(literal(row.getString("datcollate")));
        clauses.append(" LC_CTYPE ").append(literal(row.getString("datctype")));
        String provider = LOCALE_CLAUSES.get(String.valueOf(row.getString("provider")));
        if (provider != null) {
            clauses.append(provider).append(literal(row.getString("locale")));
        }
        String rules = row.getString("rules");
        return rules == null
                ? clauses.toString()
                : clauses.append(" ICU_RULES ").append(literal(rules)).toString();
    }

    private static String literal(@Nullable String value) {
        return new Literal(value == null ? "" : value).quoted();
    }

    /** Returns the options without the locale, because another server may not have the same locales. */
    DatabaseOptions withoutLocale() {
        return new DatabaseOptions(encoding, "", settings);
    }

    String create(String name) {
        return "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING " + literal(encoding) + locale;
    }

    List<String> alter(String name) {
        List<String> statements = new ArrayList<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String key = setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            statements.add("ALTER DATABASE " + name + " SET " + quoted(key) + " = "
                    + (LISTS.contains(key) && !value.isEmpty() ? value : literal(value)));
        }
        return statements;
    }

    /**
     * Returns the quoted name of a setting. The settings of extensions consist of two names with a dot between them.
     */
    private static String quoted(String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? new Identifier(key).quoted()
                : new Identifier(key.substring(0, dot)).quoted() + "."
                        + new Identifier(key.substring(dot + 1)).quoted();
    }
}
