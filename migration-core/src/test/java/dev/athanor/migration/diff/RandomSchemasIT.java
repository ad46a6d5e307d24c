package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks properties that hold for any two schemas. The system property {@code migration.test.schemas} sets how many
 * schemas are drawn.
 */
@ExtendWith(PostgresExtension.class)
class RandomSchemasIT {

    private static final int SCHEMAS = Integer.getInteger("migration.test.schemas", 160);
    private static final DiffOptions OPTIONS = DiffOptions.EXACT.withPrivileges(true);
    private static final long SEED = Long.getLong("migration.test.seed", 20251120L);

    @Test
    void anySchemaBecomesAnyOtherAndIsItselfAgain(TestDatabase database) throws SQLException {
        try (Workbench workbench = new Workbench(database)) {
            int operations = 0;
            Schema next = read(workbench, SEED);
            for (int number = 1; number < SCHEMAS; number++) {
                Schema from = next;
                next = read(workbench, SEED + number);
                workbench.forget();
                operations += prove(workbench, SEED + number - 1, from, next);
            }
            assertThat(operations).isGreaterThan(20 * SCHEMAS);
        }
    }

    private static Schema read(Workbench workbench, long seed) throws SQLException {
        workbench.forget();
        return workbench.make("live", RandomSchema.ddl(seed)).read("live");
    }

    private static int prove(Workbench workbench, long seed, Schema from, Schema to) throws SQLException {
        assertThat(SchemaDiff.between(from, from, OPTIONS).isEmpty()).isTrue();
        assertThat(SchemaDiff.between(to, to, OPTIONS).differences()).isEmpty();
        SchemaDiff diff = SchemaDiff.between(from, to, OPTIONS);
        String about = "seed " + seed;
        try {
            workbench.make("live", RandomSchema.ddl(seed));
            workbench.run(diff.change().upgrade());
            assertThat(Workbench.unordered(workbench.read("live"))).as(about).isEqualTo(Workbench.unordered(to));
            workbench.run(diff.change().downgrade());
            assertThat(Workbench.unordered(workbench.read("live"))).as(about).isEqualTo(Workbench.unordered(from));
            return diff.change().upgrade().size();
        } catch (SQLException e) {
            throw new SQLException(about + ": " + e.getMessage(), e);
        }
    }
}
