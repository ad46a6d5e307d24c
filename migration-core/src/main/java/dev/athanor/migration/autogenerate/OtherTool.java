package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.SchemaObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists tools that keep their own tables in an application's database.
 *
 * <p>Names are matched as a whole, because a table of the application may begin with {@code batch_} or {@code int_}
 * as well. Each comes from the tool's own DDL, which the comment before it names.
 */
enum OtherTool {
    // org/flywaydb/core/internal/database/postgresql/PostgreSQLDatabase, with flyway.table as it is by default
    FLYWAY("Flyway", "flyway_schema_history"),
    // liquibase.changelog.StandardChangeLogHistoryService, StandardLockService; the history is that of Liquibase Pro
    LIQUIBASE("Liquibase", "databasechangelog", "databasechangeloglock", "databasechangeloghistory"),
    // alembic/ddl/impl.py, with version_table as it is by default
    ALEMBIC("Alembic", "alembic_version"),
    // org/quartz/impl/jdbcjobstore/tables_postgres.sql; the two of listeners are those of Quartz 1
    QUARTZ(
            "Quartz",
            "qrtz_job_details",
            "qrtz_triggers",
            "qrtz_simple_triggers",
            "qrtz_cron_triggers",
            "qrtz_simprop_triggers",
            "qrtz_blob_triggers",
            "qrtz_calendars",
            "qrtz_paused_trigger_grps",
            "qrtz_fired_triggers",
            "qrtz_scheduler_state",
            "qrtz_locks",
            "qrtz_job_listeners",
            "qrtz_trigger_listeners"),
    // org/springframework/batch/core/schema-postgresql.sql; batch_job_seq is the sequence of jobs until Spring Batch 5
    SPRING_BATCH(
            "Spring Batch",
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context",
            "batch_job_instance_seq",
            "batch_job_execution_seq",
            "batch_step_execution_seq",
            "batch_job_seq"),
    // org/springframework/session/jdbc/schema-postgresql.sql
    SPRING_SESSION("Spring Session", "spring_session", "spring_session_attributes"),
    // org/springframework/modulith/events/jdbc/schemas/v2/schema-postgresql.sql, and schema-postgresql-archive.sql
    SPRING_MODULITH("Spring Modulith", "event_publication", "event_publication_archive"),
    // org/springframework/integration/jdbc/schema-postgresql.sql; the trigger that the reference documentation adds for
    // PostgresChannelMessageTableSubscriber goes with its table, and its function with the trigger
    SPRING_INTEGRATION(
            "Spring Integration",
            "int_message",
            "int_group_to_message",
            "int_message_group",
            "int_lock",
            "int_channel_message",
            "int_metadata_store",
            "int_message_seq"),
    // postgis/postgis.sql.in, raster/rt_pg/rtpostgis.sql.in: theirs are the extension's, unless PostGIS came as a
    // script
    POSTGIS(
            "PostGIS",
            "spatial_ref_sys",
            "geometry_columns",
            "geography_columns",
            "raster_columns",
            "raster_overviews"),
    // sql/pre_install/schemas.sql, and the triggers that src/hypertable.c and tsl/src/continuous_aggs put on
    // hypertables
    TIMESCALEDB("TimescaleDB", "ts_insert_blocker", "ts_cagg_invalidation_trigger"),
    // io.debezium.connector.postgresql.PostgresConnectorConfig, with publication.name as it is by default
    DEBEZIUM("Debezium", "dbz_publication"),
    // shedlock-provider-jdbc-template, with the table name as it is by default
    SHEDLOCK("ShedLock", "shedlock");

    private static final String TIMESCALEDB_SCHEMA = "_?timescaledb_.+";

    private final String product;
    private final Set<String> names;

    OtherTool(String product, String... names) {
        this.product = product;
        this.names = Set.of(names);
    }

    /** Returns its name, as its makers write it. */
    String product() {
        return product;
    }

    /** Returns whose the object is by its name, if it is some tool's; of a part of a table, a trigger has a name that tells. */
    static Optional<OtherTool> of(SchemaObject object) {
        return switch (object.kind()) {
            case TABLE, VIEW, SEQUENCE, FUNCTION, ENUM_TYPE, DOMAIN, COMPOSITE_TYPE ->
                isSchema(object.name().schema())
                        ? Optional.of(TIMESCALEDB)
                        : named(object.name().name());
            case SCHEMA -> isSchema(object.name().name()) ? Optional.of(TIMESCALEDB) : Optional.empty();
            case TRIGGER -> named(String.valueOf(object.part())).filter(TIMESCALEDB::equals);
            case COLLATION,
                    CONVERSION,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS -> isSchema(object.name().schema()) ? Optional.of(TIMESCALEDB) : Optional.empty();
            case PUBLICATION, PUBLICATION_TABLE, PUBLICATION_SCHEMA ->
                named(object.name().name()).filter(DEBEZIUM::equals);
            case EXTENSION,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    LANGUAGE,
                    ACCESS_METHOD,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    CAST,
                    TRANSFORM,
                    RULE,
                    POLICY,
                    EVENT_TRIGGER -> Optional.empty();
        };
    }

    /** Returns whether a schema is a tool's, with all that is in it. */
    static boolean isSchema(@Nullable String schema) {
        return schema != null && schema.matches(TIMESCALEDB_SCHEMA);
    }

    /**
     * Returns the tool of a name. PostgreSQL folds unquoted names to lower case; tools that quote their names write
     * them in upper case.
     */
    private static Optional<OtherTool> named(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(tool -> tool.names.contains(folded)).findFirst();
    }
}
