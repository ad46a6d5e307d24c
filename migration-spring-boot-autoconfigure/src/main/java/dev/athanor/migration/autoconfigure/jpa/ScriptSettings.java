package dev.athanor.migration.autoconfigure.jpa;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.cfg.SchemaToolingSettings;

/**
 * Changes an application's Hibernate settings so that a script is written and no connection is opened.
 *
 * @param schema the migrations' own schema, which the script does not name
 * @param compared further schemas that the script creates
 * @param server the server that the script is for
 */
record ScriptSettings(String schema, ComparedSchemas compared, Server server) {

    /** Separates two statements; no statement contains this character. */
    static final String DELIMITER = "\u001E";

    /**
     * Lists settings that would open connections, start caches, fill tables, or do more with a schema than write it
     * down.
     */
    private static final List<String> LEFT_OUT = List.of(
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.cache.",
            "hibernate.javax.cache.",
            "hibernate.hbm2ddl.auto",
            "hibernate.hbm2ddl.create_namespaces",
            "hibernate.hbm2ddl.import_files",
            "hibernate.multi_tenant_connection_provider",
            "jakarta.persistence.database-",
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.schema-generation.database.",
            "jakarta.persistence.schema-generation.drop-",
            "jakarta.persistence.schema-generation.scripts.",
            "jakarta.persistence.sql-load-script-source");

    Map<String, Object> of(Map<String, Object> application, ClassLoader loader, Writer script) {
        Map<String, Object> settings = new LinkedHashMap<>(application);
        settings.keySet().removeIf(ScriptSettings::isLeftOut);
        names(settings, new Chosen(loader));
        dialect(settings, new Chosen(loader));
        quiet(settings);
        script(settings, script);
        return settings;
    }

    /** Returns whether a setting is left out; old names begin with {@code javax}. */
    private static boolean isLeftOut(String name) {
        String jakarta = name.startsWith("javax.") ? "jakarta" + name.substring("javax".length()) : name;
        return LEFT_OUT.stream().anyMatch(jakarta::startsWith);
    }

    private void names(Map<String, Object> settings, Chosen chosen) {
        if (schema.equals(settings.get(MappingSettings.DEFAULT_SCHEMA))) {
            settings.remove(MappingSettings.DEFAULT_SCHEMA);
        }
        settings.remove(MappingSettings.DEFAULT_CATALOG);
        settings.compute(
                MappingSettings.PHYSICAL_NAMING_STRATEGY,
                (name, strategy) -> new MainSchema(chosen.names(strategy), schema));
    }

    /**
     * Sets the dialect. A chosen dialect is created for the server here, because Hibernate would choose its own if it
     * knew the server.
     */
    private void dialect(Map<String, Object> settings, Chosen chosen) {
        Object dialect = settings.get(JdbcSettings.DIALECT);
        if (dialect == null) {
            settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, server.product());
            settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, String.valueOf(server.major()));
            settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, String.valueOf(server.minor()));
        } else {
            settings.put(JdbcSettings.DIALECT, chosen.dialect(dialect, server));
        }
    }

    private static void quiet(Map<String, Object> settings) {
        settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, "false");
        settings.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, new NoDatabase());
        settings.put(CacheSettings.USE_SECOND_LEVEL_CACHE, "false");
        settings.put(CacheSettings.USE_QUERY_CACHE, "false");
        settings.put(QuerySettings.QUERY_STARTUP_CHECKING, "false");
        settings.put("hibernate.search.enabled", "false");
    }

    private void script(Map<String, Object> settings, Writer script) {
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none");
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "create");
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET, script);
        settings.put(
                SchemaToolingSettings.JAKARTA_HBM2DDL_CREATE_SCHEMAS,
                String.valueOf(!compared.others().isEmpty()));
        settings.putIfAbsent(MappingSettings.COLUMN_ORDERING_STRATEGY, new EntityColumnOrder());
        settings.putIfAbsent(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER, compared);
        settings.put(SchemaToolingSettings.HBM2DDL_SKIP_DEFAULT_IMPORT_FILE, "true");
        settings.put(SchemaToolingSettings.HBM2DDL_DELIMITER, DELIMITER);
    }
}
