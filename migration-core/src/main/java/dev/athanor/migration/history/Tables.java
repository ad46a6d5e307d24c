package dev.athanor.migration.history;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.sql.Identifier;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the version table, the history table and their schema.
 *
 * @param schema the schema that revisions run in and that holds both tables, or {@code null} for the connection's
 *     current schema
 * @param versionTable the table that holds the heads, one per row, in the same shape as Alembic's {@code
 *     alembic_version}
 * @param historyTable the audit log, with one row per step
 * @since 0.1.0
 */
public record Tables(@Nullable String schema, String versionTable, String historyTable) {

    /** Defines the default name of the version table. */
    public static final String VERSION_TABLE = "migration_version";

    /** Defines the default name of the history table. */
    public static final String HISTORY_TABLE = "migration_history";

    public Tables {
        Objects.requireNonNull(versionTable, "versionTable");
        Objects.requireNonNull(historyTable, "historyTable");
        check("version table", "version-table", versionTable);
        check("history table", "history-table", historyTable);
        if (schema != null) {
            check("schema", "schema", schema);
        }
        if (versionTable.equals(historyTable)) {
            throw new MigrationException(
                    "The version table and the history table have the same name, " + versionTable + ".",
                    "Give migration.version-table and migration.history-table different names.");
        }
    }

    private static void check(String what, String property, String name) {
        if (name.isEmpty()) {
            throw new MigrationException(
                    "The name of the " + what + " is empty.",
                    "Set migration." + property + " to a name, or leave it out.");
        }
    }

    /** Returns the default names in the connection's current schema. */
    public static Tables defaults() {
        return new Tables(null, VERSION_TABLE, HISTORY_TABLE);
    }

    /** Returns these tables in another schema, in which revisions also run. */
    public Tables withSchema(String other) {
        return new Tables(other, versionTable, historyTable);
    }

    /** Returns these tables with another version table, such as {@code alembic_version}. */
    public Tables withVersionTable(String other) {
        return new Tables(schema, other, historyTable);
    }

    /** Returns these tables with another history table. */
    public Tables withHistoryTable(String other) {
        return new Tables(schema, versionTable, other);
    }

    /** Returns the schema to run in, quoted, or empty for the connection's own schema. */
    public Optional<String> quotedSchema() {
        return Optional.ofNullable(schema).map(name -> new Identifier(name).quoted());
    }

    /** Returns these tables in the given schema. */
    public Tables in(String resolvedSchema) {
        return new Tables(resolvedSchema, versionTable, historyTable);
    }
}
