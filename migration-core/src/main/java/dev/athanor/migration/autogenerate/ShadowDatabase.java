package dev.athanor.migration.autogenerate;

import dev.athanor.migration.shadow.DatabaseIdentity;
import java.util.List;

/**
 * Checks the database in which a wanted schema may be created: it must be empty, and must not be the target.
 *
 * @param target the database that it must not be
 */
record ShadowDatabase(DatabaseIdentity target) {

    private static final int NAMED = 3;

    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't'
              AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
                              AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY 1""";

    /**
     * Requires the database to be another one and empty. The check uses the same connection as the work, because
     * another connection may lead elsewhere.
     */
    void require(RollbackTransaction transaction) {
        DatabaseIdentity here = DatabaseIdentity.of(transaction.client());
        if (here.isSameAs(target)) {
            throw new ComparisonException(
                    "The shadow database is the target itself, or a physical copy of it: its connection leads to database "
                            + here.name() + " (oid " + here.oid() + ") of the same server.",
                    "Create an empty database, for example with `CREATE DATABASE shadow`, and name it in"
                            + " `migration.shadow.url`. Nothing was done.");
        }
        List<String> tables = transaction
                .client()
                .sql(TABLES)
                .query((row, number) -> row.getString(1))
                .list();
        if (!tables.isEmpty()) {
            throw new ComparisonException(
                    "The shadow database " + here.name() + " is not empty: it holds " + some(tables) + ".",
                    "Create an empty database, for example with `CREATE DATABASE shadow`, and name it in"
                            + " `migration.shadow.url`. Nothing was done.");
        }
    }

    private static String some(List<String> tables) {
        return tables.size() <= NAMED
                ? String.join(", ", tables)
                : String.join(", ", tables.subList(0, NAMED)) + " and " + (tables.size() - NAMED)
                        + (tables.size() == NAMED + 1 ? " more table" : " more tables");
    }
}
