package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.sql.LoneStatement.CreateIndex;
import dev.athanor.migration.sql.LoneStatement.DetachPartition;
import dev.athanor.migration.sql.LoneStatement.DropIndex;
import dev.athanor.migration.sql.LoneStatement.Opaque;
import dev.athanor.migration.sql.LoneStatement.Repeatable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoneStatementTests {

    @ParameterizedTest
    @MethodSource
    void aStatementIsTakenForWhatItIs(String sql, LoneStatement expected) {
        assertThat(LoneStatement.of(sql)).isEqualTo(expected);
    }

    static Stream<Arguments> aStatementIsTakenForWhatItIs() {
        return Stream.of(
                Arguments.of("CREATE INDEX CONCURRENTLY i ON t (a)", new CreateIndex("i", "t")),
                Arguments.of("create unique index concurrently I ON only S.T (a)", new CreateIndex("I", "S.T")),
                Arguments.of(
                        "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"a \"\" b\" ON \"S\".\"T\" USING gin (x)",
                        new CreateIndex("\"a \"\" b\"", "\"S\".\"T\"")),
                Arguments.of(
                        "CREATE /* UNIQUE */ INDEX CONCURRENTLY -- ON x\n i /**/ ON s . t(a)",
                        new CreateIndex("i", "s.t")),
                Arguments.of("CREATE INDEX CONCURRENTLY \"on\" ON t (a)", new CreateIndex("\"on\"", "t")),
                Arguments.of("CREATE INDEX CONCURRENTLY ON t (a)", new Opaque()),
                Arguments.of("CREATE INDEX CONCURRENTLY IF NOT EXISTS ON t (a)", new Opaque()),
                Arguments.of("CREATE INDEX CONCURRENTLY U&\"d\\0061t\" ON t (a)", new Opaque()),
                Arguments.of("CREATE INDEX CONCURRENTLY s. ON t", new Opaque()),
                Arguments.of("CREATE INDEX concurrently_named ON t (a)", new Opaque()),
                Arguments.of("CREATE DATABASE d", new Opaque()),
                Arguments.of("DROP INDEX CONCURRENTLY IF EXISTS s.i CASCADE", new DropIndex("s.i")),
                Arguments.of("DROP INDEX i", new Opaque()),
                Arguments.of("DROP DATABASE d", new Opaque()),
                Arguments.of("ALTER TABLE p DETACH PARTITION c CONCURRENTLY", new DetachPartition("p", "c")),
                Arguments.of(
                        "ALTER TABLE IF EXISTS ONLY s.p DETACH PARTITION s.\"C\" CONCURRENTLY",
                        new DetachPartition("s.p", "s.\"C\"")),
                Arguments.of("ALTER TABLE p DETACH PARTITION c FINALIZE", new Opaque()),
                Arguments.of("ALTER TABLE p ADD COLUMN c int", new Opaque()),
                Arguments.of("ALTER SYSTEM SET work_mem = '1MB'", new Repeatable()),
                Arguments.of("REINDEX TABLE CONCURRENTLY t", new Repeatable()),
                Arguments.of("VACUUM (ANALYZE) t", new Repeatable()),
                Arguments.of("CALL p()", new Opaque()),
                Arguments.of("\"VACUUM\"", new Opaque()),
                Arguments.of("", new Opaque()));
    }
}
