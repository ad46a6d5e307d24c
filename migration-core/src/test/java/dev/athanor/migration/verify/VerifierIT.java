package dev.athanor.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class VerifierIT {

    @Test
    void threeHundredRevisionsTakeSeconds(TestDatabase database) {
        Scripts scripts = Scripts.none();
        for (int number = 1; number <= 300; number++) {
            String table = "t" + number / 5;
            String id = String.format("r%03d", number);
            String revises = number == 1 ? "" : String.format("r%03d", number - 1);
            if (number == 1 || number % 5 == 0) {
                scripts.with(
                        id,
                        revises,
                        "CREATE TABLE " + table + " (id bigint PRIMARY KEY, name text);",
                        "DROP TABLE " + table + ";");
            } else {
                String column = "c" + number;
                scripts.with(
                        id,
                        revises,
                        "ALTER TABLE " + table + " ADD COLUMN " + column + " integer;\nCREATE INDEX ON " + table + " ("
                                + column + ");",
                        "ALTER TABLE " + table + " DROP COLUMN " + column + ";");
            }
        }
        Migrations migrations = TestMigrations.of(database, scripts);

        VerifyReport report = migrations.verify(VerifySettings.all());

        System.out.println(
                "TOOK " + report.duration() + " chain " + report.chain().get().duration());
        assertThat(report.count(Proof.PROVEN)).isEqualTo(300);
        assertThat(report.restores()).isTrue();
        assertThat(report.duration()).isLessThan(Duration.ofMinutes(2));
    }
}
