package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PgBouncer;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests runs behind a pooler. */
@ExtendWith(PostgresExtension.class)
class PoolerIT {

    private static final Scripts SCRIPTS = Scripts.none().withTable("a1", "");

    @BeforeEach
    void pgbouncerIsInstalled() {
        assumeThat(PgBouncer.isInstalled())
                .as("PgBouncer is not installed (apt-get install pgbouncer): nothing was tested")
                .isTrue();
    }

    @Test
    void transactionModeIsRefusedBeforeAnythingIsDone(TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "transaction")) {
            for (int time = 0; time < 5; time++) {
                assertThatThrownBy(TestMigrations.of(pooler.through(database), SCRIPTS)::upgrade)
                        .hasMessage(
                                "The connection goes through a pooler in transaction mode, such as PgBouncer's: each"
                                        + " transaction may have another backend, so neither the migration lock nor the search"
                                        + " path would hold.\n"
                                        + "Let migrations connect to the server itself, or to a pool in session mode:"
                                        + " migration.url. Nothing was done.");
            }
            assertThat(TestMigrations.of(pooler.through(database), SCRIPTS)
                            .status()
                            .state())
                    .isEqualTo(MigrationStatus.State.PENDING);
        }

        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void sessionModeIsFine(TestDatabase database) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, "session")) {
            TestMigrations.of(pooler.through(database), SCRIPTS).upgrade();
        }

        assertThat(database.exists("t_a1")).isTrue();
    }
}
