package dev.athanor.migration.inspect;

import dev.athanor.migration.schema.Extension;
import java.util.List;

/** Reads the extensions of the whole database, without {@code plpgsql}, which every database has. */
final class ExtensionCatalog {

    private static final String QUERY = """
            SELECT x.extname, x.extversion,
                   CASE WHEN n.nspname <> ALL (current_schemas(false)) THEN n.nspname END AS schema
            FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
            WHERE x.extname <> 'plpgsql' AND cardinality(?::text[]) > 0""";

    private ExtensionCatalog() {}

    static List<Extension> read(Catalog catalog) {
        return catalog.query(
                QUERY,
                (row, number) ->
                        new Extension(row.getString("extname"), row.getString("schema"), row.getString("extversion")));
    }
}
