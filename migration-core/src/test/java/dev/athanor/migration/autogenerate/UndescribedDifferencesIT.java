package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests wanted schemas with something that only the witness sees. */
@ExtendWith(PostgresExtension.class)
class UndescribedDifferencesIT {

    private static final String TABLES = "CREATE TABLE t (a int) PARTITION BY LIST (a);"
            + " CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1); CREATE INDEX i ON t (a);";

    /** The index of a partition belongs to that of its table, and its options are not read. */
    private static final String DDL = TABLES + " ALTER INDEX t1_a_idx SET (fillfactor = 70);";

    @Test
    void checkNamesTheRowOfTheCatalog(TestDatabase database) {
        database.executeAll(TABLES);

        ComparisonReport report = CheckIT.check(database, DDL);

        assertThat(report.matches()).isFalse();
        assertThat(report.text()).isEqualTo("""
                The database differs from schema.sql in 1 place:
                  pg_class of t1 (i): differs (reloptions), in a way that is not described""");
    }

    @Test
    void noRevisionIsGeneratedForIt(TestDatabase database) {
        database.executeAll(TABLES);
        Autogenerator generator = new Autogenerator(
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()));

        assertThatThrownBy(() -> generator.generate(CheckIT.script(DDL)))
                .isInstanceOf(UnprovenException.class)
                .hasMessage("""
                        The database differs from schema.sql in what Athanor cannot write a revision for:
                            pg_class of t1 (i) differs (reloptions) in a way that is not described
                        Write a revision for it by hand after `migration revision -m …`, or leave it out of what is compared. No file was written, and all was rolled back.""");
    }

    @Test
    void aRevisionThatLeavesItOutIsRefused(TestDatabase database) {
        database.executeAll(TABLES);
        Autogenerator generator = new Autogenerator(
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()));

        assertThatThrownBy(() -> generator.generate(CheckIT.script(DDL + "CREATE TABLE users (id int);")))
                .isInstanceOf(UnprovenException.class)
                .hasMessage("""
                        The generated upgrade does not lead to schema.sql; what is left over:
                            pg_class of t1 (i) differs (reloptions) in a way that is not described
                        Write a revision for it by hand after `migration revision -m …`, or leave it out of what is compared. No file was written, and all was rolled back.""");
    }
}
