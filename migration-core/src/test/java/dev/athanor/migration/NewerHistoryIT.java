package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads a history in which a newer version of Athanor has recorded words that this one does not know. */
@ExtendWith(PostgresExtension.class)
class NewerHistoryIT {

    private static final Scripts LINE = Scripts.none()
            .with("a1", "", "CREATE TABLE a1 (id int);", "DROP TABLE a1;")
            .with("b2", "a1", "CREATE TABLE b2 (id int);", "DROP TABLE b2;");

    @Test
    void anUnknownDirectionIsReadAsUnknownAndSaysNothingOfWhatIsApplied(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade();
        database.execute("UPDATE migration_history SET direction = 'frobnicated' WHERE revision = 'b2'");

        MigrationStatus status = migrations.status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.AT_HEAD);
        assertThat(status.lastRun()).map(LastRun::command).contains(Direction.UNKNOWN);
        assertThat(status.applied())
                .extracting(applied -> applied.revision() + " " + applied.how())
                .containsExactlyInAnyOrder("a1 UPGRADE", "b2 null");
        assertThat(migrations.history())
                .extracting(HistoryEntry::direction)
                .containsExactly(Direction.UPGRADE, Direction.UNKNOWN);
        migrations.downgrade("base");
        assertThat(database.exists("a1")).isFalse();
    }

    @Test
    void anUnknownOutcomeIsReadAsUnknownAndAsNeitherSuccessNorFailure(TestDatabase database) {
        Migrations migrations = TestMigrations.of(database, LINE);
        migrations.upgrade("a1");
        database.execute("UPDATE migration_history SET outcome = 'frobnicated'");

        MigrationStatus status = migrations.status();

        assertThat(status.state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(status.lastRun()).map(LastRun::outcome).contains(Outcome.UNKNOWN);
        assertThat(migrations.history()).extracting(HistoryEntry::outcome).containsExactly(Outcome.UNKNOWN);
        migrations.upgrade();
        assertThat(database.exists("b2")).isTrue();
        assertThat(migrations.validate().findings()).isEmpty();
    }
}
