package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares a schema of a thousand tables. */
@ExtendWith(PostgresExtension.class)
class LargeSchemaIT {

    private static final String TABLES = """
            DO $$ BEGIN FOR i IN 1..1000 LOOP
                EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, a text, b int DEFAULT 1, parent_id bigint
                    REFERENCES t%s)', i, greatest(i - 1, 1));
                EXECUTE format('CREATE INDEX t%s_a ON t%1$s (a)', i);
            END LOOP; END $$;
            """;

    @Test
    void aThousandTablesAreCheckedAndGeneratedForInSeconds(TestDatabase database) {
        database.execute(TABLES);
        SchemaComparison comparison =
                new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults());

        long begun = System.nanoTime();
        boolean same = comparison.check(CheckIT.script(TABLES)).matches();
        Autogeneration generated = new Autogenerator(comparison)
                .generate(CheckIT.script(TABLES + "ALTER TABLE t500 ADD COLUMN c int; CREATE TABLE more (id int);"));
        Duration all = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(same).isTrue();
        assertThat(generated.report().lines()).containsExactly("table more: added", "column t500.c: added");
        assertThat(all).isLessThan(Duration.ofSeconds(120));
    }
}
