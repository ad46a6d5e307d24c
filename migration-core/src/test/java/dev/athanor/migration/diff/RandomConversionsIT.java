package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Converts random schemas with rows into others, and back: the rows stay, and the next numbers are above all others. The
 * system property {@code migration.test.conversions} sets how many pairs are tried.
 */
@ExtendWith(PostgresExtension.class)
class RandomConversionsIT {

    private static final int PAIRS = Integer.getInteger("migration.test.conversions", 60);
    private static final long SEED = Long.getLong("migration.test.seed", 20261128L);
    private static final String ROWS =
            "SELECT string_agg((id, p, ps, d, m, ms, dm, (c).x, cs)::text, ';' ORDER BY id) FROM ";

    @Test
    void rowsAndNumbersGoOnThereAndBack(TestDatabase database) throws SQLException {
        try (Workbench workbench = new Workbench(database)) {
            int operations = 0;
            for (int number = 0; number < PAIRS; number++) {
                operations += convert(workbench, SEED + 2L * number);
            }
            assertThat(operations).isGreaterThan(5 * PAIRS);
        }
    }

    private static int convert(Workbench workbench, long seed) throws SQLException {
        String about = "seed " + seed;
        try {
            workbench.forget();
            Schema to = workbench.make("live", RandomConversion.ddl(seed + 1)).read("live");
            workbench.forget();
            Schema from = workbench.make("live", RandomConversion.ddl(seed)).read("live");
            for (String insert : RandomConversion.rows(seed)) {
                workbench.run(insert);
            }
            List<String> rows = rows(workbench);
            List<Long> numbers = next(workbench);
            SchemaDiff diff = SchemaDiff.between(from, to, DiffOptions.EXACT);

            workbench.run(diff.change().upgrade());

            assertThat(Workbench.unordered(workbench.read("live"))).as(about).isEqualTo(Workbench.unordered(to));
            assertThat(rows(workbench)).as(about).isEqualTo(rows);
            goOn(about, numbers, next(workbench));
            workbench.run(diff.change().downgrade());
            assertThat(Workbench.unordered(workbench.read("live"))).as(about).isEqualTo(Workbench.unordered(from));
            assertThat(rows(workbench)).as(about).isEqualTo(rows);
            goOn(about, numbers, next(workbench));
            return diff.change().upgrade().size();
        } catch (SQLException e) {
            throw new SQLException(about + ": " + e.getMessage(), e);
        }
    }

    private static List<String> rows(Workbench workbench) throws SQLException {
        return List.of(workbench.one(ROWS + "a"), workbench.one(ROWS + "b"));
    }

    /**
     * Returns the smallest number of each table that is above all that were handed out, 0 if it generates none. It is
     * looked up without handing one out.
     */
    private static List<Long> next(Workbench workbench) throws SQLException {
        return List.of(next(workbench, "a"), next(workbench, "b"));
    }

    private static long next(Workbench workbench, String table) throws SQLException {
        String sequence = workbench.one("SELECT coalesce(pg_get_serial_sequence('" + table
                + "', 'id'), (SELECT 'shared' FROM pg_attrdef WHERE adrelid = '" + table
                + "'::regclass AND pg_get_expr(adbin, adrelid) LIKE 'nextval%'))");
        if (sequence == null) {
            return 0;
        }
        long next = Long.parseLong(workbench.one("SELECT last_value + is_called::int FROM " + sequence));
        assertThat(next).isGreaterThan(Long.parseLong(workbench.one("SELECT max(id) FROM " + table)));
        return next;
    }

    /** Requires that a generator that takes the place of another one is not behind it. */
    private static void goOn(String about, List<Long> before, List<Long> after) {
        for (int index = 0; index < before.size(); index++) {
            if (after.get(index) != 0 && before.get(index) != 0) {
                assertThat(after.get(index)).as(about).isGreaterThanOrEqualTo(before.get(index));
            }
        }
    }
}
