package dev.athanor.migration.inspect;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.sql.Identifier;
import java.util.List;

/** Reads the schemas other than the one that migrations run in. */
final class NamespaceCatalog {

    private static final String QUERY = "SELECT n.nspname, m.description FROM pg_namespace n"
            + Fragments.comment("pg_namespace", "n.oid") + "WHERE n.nspname = ANY (?)";

    private NamespaceCatalog() {}

    static List<Namespace> read(Catalog catalog) {
        String schema = catalog.scope().schema();
        List<Namespace> found = catalog.query(
                QUERY, (row, number) -> new Namespace(row.getString("nspname"), row.getString("description")));
        if (found.stream().noneMatch(namespace -> namespace.name().equals(schema))) {
            throw new MigrationException(
                    "Schema '" + schema + "' does not exist.",
                    "Create it with: CREATE SCHEMA " + new Identifier(schema).quotedIfNeeded()
                            + ", or name another one in migration.schema.");
        }
        return found.stream()
                .filter(namespace -> !namespace.name().equals(schema))
                .toList();
    }
}
