package dev.athanor.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationAutoConfiguration;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The manual's hook, with a program in the place of pg_dump that notes how it was called. */
@ExtendWith(PostgresExtension.class)
class BackupBeforeUpgradeIT {

    @TempDir
    private Path folder;

    @Test
    void dumpsBeforeAnUpgradeAndNotBeforeADowngrade(TestDatabase database) throws Exception {
        runner(database, 0).run(context -> {
            Migrations migrations = context.getBean(Migrations.class);
            migrations.upgrade();
            migrations.downgrade("base");
        });

        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertThat(calls)
                .singleElement()
                .asString()
                .matches("--format=custom --file="
                        + folder + "/before-b2e1d4c3f5a6-\\d+\\.dump --username=" + database.user()
                        + " postgresql://.*/"
                        + database.name() + ".*");
    }

    @Test
    void withoutADumpNothingIsUpgraded(TestDatabase database) throws Exception {
        runner(database, 1).run(context -> assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(context.getBean(Migrations.class)::upgrade))
                .hasMessage("There is no backup, and without one nothing is upgraded: pg_dump failed.\n"
                        + "Read the output of pg_dump, fix the cause, then start again."));

        assertThat(database.exists("note")).isFalse();
        assertThat(database.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isZero();
    }

    private ApplicationContextRunner runner(TestDatabase database, int exitCode) throws IOException {
        Path program = folder.resolve("pg_dump");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >> " + folder + "/calls\nexit " + exitCode + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
                .withUserConfiguration(BackupBeforeUpgrade.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "backup.directory=" + folder,
                        "backup.pg-dump=" + program);
    }
}
