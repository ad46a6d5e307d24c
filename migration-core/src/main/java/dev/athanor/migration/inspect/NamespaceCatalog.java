package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Namespace;
import java.util.List;

/** The schemas besides the one that migrations run in. */
final class NamespaceCatalog {

    private static final String QUERY = "SELECT n.nspname, m.description FROM pg_namespace n"
            + Fragments.comment("pg_namespace", "n.oid") + "WHERE n.nspname = ANY (?)";

    private NamespaceCatalog() {}

    static List<Namespace> read(Catalog catalog) {
        return catalog
                .query(QUERY, (row, number) -> new Namespace(row.getString("nspname"), row.getString("description")))
                .stream()
                .filter(namespace -> !namespace.name().equals(catalog.scope().schema()))
                .toList();
    }
}
