package dev.athanor.demo;

import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a database holds, as lines.
 *
 * @param catalog the schema
 * @param data each row of each table
 * @param version the version table
 * @param history what the history says was done, in the order of recording, without what differs from run to run
 */
record DatabasePhoto(List<String> catalog, List<String> data, List<String> version, List<String> history) {

    static DatabasePhoto of(TestDatabase database) {
        return new DatabasePhoto(
                CatalogSnapshot.of(database),
                tables(database)
                        .flatMap(table ->
                                database.texts("SELECT '" + table + " ' || r::text FROM " + table + " r").stream())
                        .sorted()
                        .toList(),
                database.texts("SELECT version_num FROM migration_version ORDER BY 1"),
                database.texts("SELECT concat_ws(' | ', direction, revision, down_revisions, depends_on, branch_labels,"
                        + " message, script, checksum, downgrade_script, outcome, statements_done, statements_digest,"
                        + " statement_begun, error, database_user) FROM migration_history WHERE outcome = 'success'"
                        + " ORDER BY id"));
    }

    private static Stream<String> tables(TestDatabase database) {
        return database
                .texts("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                        + " 'public'::regnamespace AND relname NOT LIKE 'migration\\_%'")
                .stream();
    }
}
