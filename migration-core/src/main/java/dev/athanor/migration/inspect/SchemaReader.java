package dev.athanor.migration.inspect;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalogs of a database.
 *
 * <p>The same objects in a schema of another name result in an equal value. In a transaction of the caller, the reader
 * sees its changes and restores its settings. Otherwise the reader uses its own transaction with a single snapshot.
 */
public final class SchemaReader {

    private SchemaReader() {}

    /**
     * Returns the current schema.
     *
     * @throws MigrationException if the schema that migrations run in does not exist
     */
    public static Schema read(Connection connection, SchemaScope scope) {
        return new ReadingTransaction(connection).read(scope, client -> read(new Catalog(client, scope)));
    }

    private static Schema read(Catalog catalog) {
        Map<Long, List<CatalogIndex>> indexes = IndexCatalog.read(catalog);
        List<Definition> definitions = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            definitions.addAll(read(kind, catalog, indexes));
        }
        definitions.addAll(ScriptedCatalog.read(catalog));
        return new Schema(definitions, DependencyCatalog.read(catalog), SettingsCatalog.read(catalog));
    }

    private static List<? extends Definition> read(
            ObjectKind kind, Catalog catalog, Map<Long, List<CatalogIndex>> indexes) {
        return switch (kind) {
            case SCHEMA -> NamespaceCatalog.read(catalog);
            case EXTENSION -> ExtensionCatalog.read(catalog);
            case ENUM_TYPE -> EnumCatalog.read(catalog);
            case DOMAIN -> DomainCatalog.read(catalog);
            case COMPOSITE_TYPE -> CompositeCatalog.read(catalog);
            case SEQUENCE -> SequenceCatalog.read(catalog);
            case FUNCTION -> FunctionCatalog.read(catalog);
            case TABLE -> TableCatalog.read(catalog, indexes);
            case VIEW -> ViewCatalog.read(catalog, indexes);
            case TRIGGER -> TriggerCatalog.read(catalog);
            case COLUMN, CONSTRAINT, INDEX -> List.of();
            case LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> List.of();
        };
    }
}
