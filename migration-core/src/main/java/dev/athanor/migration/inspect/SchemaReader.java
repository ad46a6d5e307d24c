package dev.athanor.migration.inspect;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * Reads a database's catalogs.
 *
 * <p>The same objects in a schema of another name give an equal value. In a transaction of the caller's it sees what that
 * has done, and leaves its settings as they were; otherwise it reads in a transaction of its own, at one moment.
 */
public final class SchemaReader {

    private SchemaReader() {}

    /**
     * What is there now.
     *
     * @throws MigrationException where the scope's first schema is not there
     */
    public static Schema read(Connection connection, SchemaScope scope) {
        return new ReadingTransaction(connection).read(scope, client -> read(new Catalog(client, scope)));
    }

    private static Schema read(Catalog catalog) {
        List<Namespace> namespaces = NamespaceCatalog.read(catalog);
        Map<Long, List<CatalogIndex>> indexes = IndexCatalog.read(catalog);
        List<Table> tables = TableCatalog.read(catalog, indexes);
        return new Schema(
                namespaces,
                ExtensionCatalog.read(catalog),
                EnumCatalog.read(catalog),
                DomainCatalog.read(catalog),
                CompositeCatalog.read(catalog),
                SequenceCatalog.read(catalog),
                tables,
                ViewCatalog.read(catalog, indexes),
                FunctionCatalog.read(catalog),
                TriggerCatalog.read(catalog),
                DependencyCatalog.read(catalog));
    }
}
