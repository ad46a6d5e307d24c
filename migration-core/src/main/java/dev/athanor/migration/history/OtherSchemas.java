package dev.athanor.migration.history;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.session.SqlErrors;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Looks for version tables in other schemas of the database. If one of those holds revisions of this build, a start
 * without a version table has most likely been led to the wrong schema by its search path.
 *
 * <p>Tables that the role may not read are ignored. The check takes one query if no other schema has such a table, and
 * a second query otherwise.
 */
record OtherSchemas(Session session, String table) {

    /**
     * Limits the number of schemas that are read. A database with one schema per tenant and thousands of tenants has
     * the other tables on purpose.
     */
    private static final int MOST = 100;

    private static final int NAMED = 3;

    private static final String LOOK =
            "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relname = ? AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'"
                    + " AND n.nspname IS DISTINCT FROM current_schema()"
                    + " AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')"
                    + " AND EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid"
                    + " AND a.attname = 'version_num' AND NOT a.attisdropped) ORDER BY n.nspname LIMIT " + MOST;

    void requireNone(Predicate<RevisionId> known) {
        try {
            Map<String, List<String>> found =
                    applied(session.query(LOOK, (row, number) -> row.getString(1), table), known);
            if (!found.isEmpty()) {
                throw refusal(session.single("SELECT current_schema()").orElse(null), found);
            }
        } catch (DataAccessException e) {
            if (!SqlErrors.undefinedTable(e)) {
                throw UnreadableTable.of(table, e);
            }
        }
    }

    /** Returns the build's revisions in each schema that has some. */
    private Map<String, List<String>> applied(List<String> schemas, Predicate<RevisionId> known) {
        Map<String, List<String>> found = new TreeMap<>();
        if (schemas.isEmpty()) {
            return found;
        }
        String rows = schemas.stream()
                .map(schema -> "SELECT " + new Literal(schema).quoted() + ", version_num::text FROM " + quoted(schema))
                .collect(Collectors.joining(" UNION ALL "));
        session.query(rows + " ORDER BY 1, 2", (row, number) -> new Row(row.getString(1), row.getString(2))).stream()
                .filter(row -> row.revision().filter(known).isPresent())
                .forEach(row -> found.computeIfAbsent(row.schema(), schema -> new ArrayList<>())
                        .add(String.valueOf(row.version())));
        return found;
    }

    private record Row(String schema, @Nullable String version) {

        /**
         * Returns the revision, or empty if the value is not a revision id: the table may belong to another
         * application.
         */
        Optional<RevisionId> revision() {
            try {
                return Optional.ofNullable(version).map(RevisionId::new);
            } catch (MigrationException e) {
                return Optional.empty();
            }
        }
    }

    private String quoted(String schema) {
        return new Identifier(schema).quoted() + "." + new Identifier(table).quoted();
    }

    private DatabaseException refusal(@Nullable String current, Map<String, List<String>> found) {
        List<String> schemas = List.copyOf(found.keySet());
        String here = current == null ? "no schema that exists" : "schema " + current + ", which has no " + table;
        String deliberate = current == null
                ? "If a schema of its own is meant, such as another tenant's, name it there too: it is created."
                : "If " + current + " is meant as well, such as another tenant's schema, say so: migration.schema="
                        + current + ".";
        return new DatabaseException(
                "The search path leads to " + here
                        + ", while revisions of this build are applied in another schema of the" + " same database: "
                        + named(found) + ". An upgrade would run all of them a second time.",
                "If that schema is meant, set migration.schema=" + schemas.get(0)
                        + ", or correct the search_path of the URL, the role or the database. " + deliberate
                        + " Nothing was done.",
                null);
    }

    private String named(Map<String, List<String>> found) {
        String first = found.entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + "." + table + " holds " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
        return found.size() <= NAMED ? first : first + "; and " + (found.size() - NAMED) + " more schemas";
    }
}
