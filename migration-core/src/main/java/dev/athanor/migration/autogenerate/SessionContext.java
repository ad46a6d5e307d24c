package dev.athanor.migration.autogenerate;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Identifier;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes the session in which migrations run: its schema, its search path, its role and its database.
 *
 * @param schema the live schema
 * @param path the session's own search path, without the live schema
 * @param extensions the schemas that contain extensions
 * @param mayCreate whether the role may create schemas
 * @param role the role
 * @param database the database
 */
record SessionContext(
        String schema, List<String> path, List<String> extensions, boolean mayCreate, String role, String database) {

    private static final String QUERY = """
            SELECT current_schema(), current_schemas(false), current_user::text, current_database(),
                   has_database_privilege(current_database(), 'CREATE'),
                   ARRAY(SELECT DISTINCT n.nspname::text FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
                         WHERE n.nspname <> 'pg_catalog' ORDER BY 1)""";

    SessionContext {
        path = path.stream().filter(other -> !other.equals(schema)).toList();
        extensions = List.copyOf(extensions);
    }

    /** Reads the context from a session as it was opened. */
    static SessionContext of(RollbackTransaction transaction, Tables tables) {
        return transaction
                .client()
                .sql(QUERY)
                .query((row, number) -> of(row, tables.schema()))
                .single();
    }

    private static SessionContext of(ResultSet row, @Nullable String configured) throws SQLException {
        String schema = configured == null ? row.getString(1) : configured;
        if (schema == null) {
            throw new ComparisonException(
                    "The connection has no current schema: none of its search_path exists.",
                    "Name one in `migration.schema`, or set the search_path of role " + row.getString(3) + ".");
        }
        return new SessionContext(
                schema,
                texts(row.getArray(2)),
                texts(row.getArray(6)),
                row.getBoolean(5),
                row.getString(3),
                row.getString(4));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(array).getArray());
    }

    /** Returns the schemas in which migrations look up names. */
    List<String> searchPath() {
        return Stream.concat(Stream.of(schema), path.stream()).toList();
    }

    /**
     * Returns the search path with another schema in place of the live one; if extensions are installed in the live
     * schema, it stays on the path.
     */
    List<String> searchPathWith(String shadow) {
        return Stream.of(Stream.of(shadow), extensions.stream().filter(schema::equals), path.stream())
                .flatMap(schemas -> schemas)
                .toList();
    }

    /**
     * Returns the search path for the creation of the wanted schema, which may not know the schemas of the extensions.
     */
    List<String> searchPathWhileCreating(String shadow) {
        return Stream.concat(searchPathWith(shadow).stream(), extensions.stream())
                .distinct()
                .toList();
    }

    QualifiedName name(String schemaName, String name) {
        return schemaName.equals(schema) ? QualifiedName.of(name) : QualifiedName.of(schemaName, name);
    }

    static String quoted(String name) {
        return new Identifier(name).quoted();
    }
}
