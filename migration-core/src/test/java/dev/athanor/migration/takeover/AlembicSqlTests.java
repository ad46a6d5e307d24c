package dev.athanor.migration.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.script.TransactionMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlembicSqlTests {

    private static Optional<AlembicSql.SqlText> transactional(String sql) {
        return Optional.of(new AlembicSql.SqlText(sql, TransactionMode.TRANSACTIONAL));
    }

    @Test
    void oneTextHoldsTheStepsOfSeveralRevisions() {
        AlembicSql sql = AlembicSql.of(List.of("""
                BEGIN;

                CREATE TABLE app.alembic_version (
                    version_num VARCHAR(32) NOT NULL
                );

                -- Running upgrade  -> a1

                CREATE TABLE a (id int);

                INSERT INTO app.alembic_version (version_num) VALUES ('a1');

                -- Running upgrade a1 -> b1

                UPDATE alembic_version_of_ours SET a = 1;

                UPDATE app.alembic_version SET version_num='b1' WHERE app.alembic_version.version_num = 'a1';

                COMMIT;
                """), "alembic_version");

        assertThat(sql.upgrade("a1")).isEqualTo(transactional("CREATE TABLE a (id int);"));
        assertThat(sql.upgrade("b1")).isEqualTo(transactional("UPDATE alembic_version_of_ours SET a = 1;"));
        assertThat(sql.downgrade("a1")).isEmpty();
    }

    @Test
    void aStepThatDoesNotReachTheVersionTableIsIncomplete() {
        String half = "BEGIN;\n\n-- Running upgrade a1 -> b1\n\nSELECT 1;\n";
        String whole = half + "\nUPDATE alembic_version SET version_num='b1';\n\nCOMMIT;\n";

        assertThat(AlembicSql.of(List.of(half), "alembic_version").upgrade("b1"))
                .isEmpty();
        assertThat(AlembicSql.of(List.of(half, whole, half), "alembic_version").upgrade("b1"))
                .isEqualTo(transactional("SELECT 1;"));
    }

    @Test
    void whatIsOutsideOfTheTransactionMakesTheStepOneWithoutIt() {
        AlembicSql sql = AlembicSql.of(List.of("""
                BEGIN;

                -- Running downgrade b1 -> a1

                COMMIT;

                DROP INDEX CONCURRENTLY i;

                BEGIN;

                UPDATE versions SET version_num='a1' WHERE versions.version_num = 'b1';

                COMMIT;
                """), "versions");

        assertThat(sql.downgrade("b1"))
                .contains(new AlembicSql.SqlText("DROP INDEX CONCURRENTLY i;", TransactionMode.NONE));
    }

    @Test
    void aTransactionForEachStepIsNoneWithin() {
        AlembicSql sql = AlembicSql.of(List.of("""
                BEGIN;

                -- Running upgrade  -> a1

                CREATE TABLE a (id int);

                INSERT INTO alembic_version (version_num) VALUES ('a1');

                COMMIT;

                BEGIN;

                -- Running upgrade a1 -> b1

                CREATE TABLE b (id int);

                UPDATE alembic_version SET version_num='b1' WHERE alembic_version.version_num = 'a1';

                COMMIT;
                """), "alembic_version");

        assertThat(sql.upgrade("a1")).isEqualTo(transactional("CREATE TABLE a (id int);"));
        assertThat(sql.upgrade("b1")).isEqualTo(transactional("CREATE TABLE b (id int);"));
    }
}
