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

    private static final String DDL = "CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;";

    @Test
    void checkNamesTheRowOfTheCatalog(TestDatabase database) {
        ComparisonReport report = CheckIT.check(database, DDL);

        assertThat(report.matches()).isFalse();
        assertThat(report.text()).isEqualTo("""
                The database differs from schema.sql in 1 place:
                  pg_conversion of latin: only in schema.sql, in a way that is not described""");
    }

    @Test
    void noRevisionIsGeneratedForIt(TestDatabase database) {
        Autogenerator generator = new Autogenerator(
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()));

        assertThatThrownBy(() -> generator.generate(CheckIT.script(DDL)))
                .isInstanceOf(UnprovenException.class)
                .hasMessage("""
                        The database differs from schema.sql in what Athanor cannot write a revision for:
                            pg_conversion of latin was added in a way that is not described
                        Write a revision for it by hand after `migration revision -m …`, or leave it out of what is compared. No file was written, and all was rolled back.""");
    }

    @Test
    void aRevisionThatLeavesItOutIsRefused(TestDatabase database) {
        Autogenerator generator = new Autogenerator(
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()));

        assertThatThrownBy(() -> generator.generate(CheckIT.script(DDL + "CREATE TABLE users (id int);")))
                .isInstanceOf(UnprovenException.class)
                .hasMessage("""
                        The generated upgrade does not lead to schema.sql; what is left over:
                            pg_conversion of latin was added in a way that is not described
                        Write a revision for it by hand after `migration revision -m …`, or leave it out of what is compared. No file was written, and all was rolled back.""");
    }
}
