package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queries the catalogs for the schemas of a scope. */
final class Catalog {

    private final JdbcClient client;
    private final SchemaScope scope;

    Catalog(JdbcClient client, SchemaScope scope) {
        this.client = client;
        this.scope = scope;
    }

    SchemaScope scope() {
        return scope;
    }

    /**
     * Queries all schemas at once.
     *
     * @param sql the query, whose only parameter is the array of schemas
     */
    <T> List<T> query(String sql, RowMapper<T> mapper) {
        return client.sql(sql)
                .param(scope.schemas().toArray(String[]::new))
                .query(mapper)
                .list();
    }

    /** Queries objects by their oids, which are the only parameter. */
    <T> List<T> query(String sql, Collection<Long> oids, RowMapper<T> mapper) {
        return client.sql(sql).param(oids.toArray(Long[]::new)).query(mapper).list();
    }

    /** Returns the major version of the server. */
    int version() {
        return client.sql("SELECT current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
    }

    /** Returns the name in columns {@code <prefix>schema} and {@code <prefix>name}. */
    QualifiedName name(ResultSet row, String prefix) throws SQLException {
        return name(row.getString(prefix + "schema"), row.getString(prefix + "name"));
    }

    QualifiedName name(@Nullable String schema, String name) {
        return scope.schema().equals(schema) ? QualifiedName.of(name) : new QualifiedName(schema, name);
    }

    /** Returns whether the scope leaves a table out. */
    boolean omits(QualifiedName table) {
        return table.schema() == null && scope.omitted().contains(table.name());
    }
}
