package dev.athanor.migration.runner;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine keeps its books.
 *
 * @param schema the schema that revisions run in and that holds both tables; null means the connection's current schema
 * @param versionTable holds the heads, one row each; the same shape as Alembic's {@code alembic_version}
 * @param historyTable the audit log, one row a step
 */
public record Tables(@Nullable String schema, String versionTable, String historyTable) {

    /** Default name of the version table. */
    public static final String VERSION_TABLE = "migration_version";

    /** Default name of the history table. */
    public static final String HISTORY_TABLE = "migration_history";

    public Tables {
        Objects.requireNonNull(versionTable, "versionTable");
        Objects.requireNonNull(historyTable, "historyTable");
    }

    /** Default names in the connection's current schema. */
    public static Tables defaults() {
        return new Tables(null, VERSION_TABLE, HISTORY_TABLE);
    }

    Tables in(String resolvedSchema) {
        return new Tables(resolvedSchema, versionTable, historyTable);
    }
}
