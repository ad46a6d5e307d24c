package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.Extension;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Creates the target's extensions on another server, as they would exist for a schema created in the target itself. */
record TargetExtensions(List<Extension> extensions) {

    private static final String QUERY = """
            SELECT x.extname, n.nspname, x.extversion FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
            WHERE x.extname <> 'plpgsql' AND n.nspname <> 'pg_catalog' ORDER BY x.oid""";

    /** Reads the extensions of a target, each with its schema. */
    static TargetExtensions of(RollbackTransaction target) {
        return new TargetExtensions(target.client()
                .sql(QUERY)
                .query((row, number) -> new Extension(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    /** Returns a copy without the extensions that the wanted schema creates itself, in the schemas of its choice. */
    TargetExtensions without(Collection<String> names) {
        return new TargetExtensions(extensions.stream()
                .filter(extension -> !names.contains(extension.name()))
                .toList());
    }

    void create(RollbackTransaction transaction) {
        extensions.forEach(extension -> create(transaction, extension));
    }

    private static void create(RollbackTransaction transaction, Extension extension) {
        String name = SessionContext.quoted(extension.name());
        try {
            if (extension.schema() == null) {
                transaction.execute("CREATE EXTENSION IF NOT EXISTS " + name);
            } else {
                String schema = SessionContext.quoted(extension.schema());
                transaction.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
                transaction.execute("CREATE EXTENSION IF NOT EXISTS " + name + " SCHEMA " + schema);
            }
        } catch (SQLException e) {
            throw new ComparisonException(
                    "The target has extension " + extension.name()
                            + ", and the database for the wanted schema cannot have it: " + RejectedStatement.words(e),
                    "Create it there: CREATE EXTENSION " + name + "; or name another one in `migration.shadow.url`.",
                    e);
        }
    }
}
