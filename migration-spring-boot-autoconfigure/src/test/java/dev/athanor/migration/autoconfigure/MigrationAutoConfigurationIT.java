package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.actuate.MigrationActuatorAutoConfiguration;
import dev.athanor.migration.autoconfigure.actuate.MigrationReadinessAutoConfiguration;
import dev.athanor.migration.autoconfigure.actuate.MigrationsEndpoint;
import dev.athanor.migration.autoconfigure.event.MigrationRunFinished;
import dev.athanor.migration.autoconfigure.event.MigrationRunStarted;
import dev.athanor.migration.autoconfigure.event.RevisionFinished;
import dev.athanor.migration.autoconfigure.event.RevisionStarted;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@ExtendWith(PostgresExtension.class)
class MigrationAutoConfigurationIT {

    private static ApplicationContextRunner runner(TestDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        MigrationAutoConfiguration.class,
                        MigrationActuatorAutoConfiguration.class,
                        MigrationReadinessAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "management.endpoints.web.exposure.include=migrations");
    }

    @Test
    void contributesTheFacadeAndItsViews(TestDatabase database) {
        runner(database).run(context -> {
            assertThat(context)
                    .hasSingleBean(Migrations.class)
                    .hasSingleBean(MigrationsEndpoint.class)
                    .hasBean("migrationsHealthIndicator")
                    .hasBean("readyMigrationListener")
                    .doesNotHaveBean(MigrationInitializer.class);
            assertThat(context.getBean(SchemaManagementProvider.class)
                            .getSchemaManagement(context.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(context.getBean(Migrations.class).status().state()).isEqualTo(MigrationStatus.State.PENDING);
        });
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void closingTheContextCancelsTheStatementThatRuns(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("slow.sql"),
                "-- Revision ID: a1\n\n-- @upgrade\nSELECT pg_sleep(60);\n\n-- @downgrade\nSELECT 1;\n");
        List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
        String sleeping =
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '/* upgrade a1%' AND wait_event = 'PgSleep'";

        runner(database)
                .withPropertyValues("migration.locations=file:" + folder, "migration.statement-timeout=50s")
                .run(context -> {
                    runs.add(CompletableFuture.supplyAsync(context.getBean(Migrations.class)::upgrade));
                    while (database.count(sleeping) == 0) {
                        Thread.sleep(20);
                    }
                });

        assertThat(runs).singleElement().satisfies(run -> assertThat(run).isCompletedExceptionally());
        assertThat(database.count(sleeping)).isZero();
    }

    @Test
    void disabledHasNoBeansAtAll(TestDatabase database) {
        runner(database).withPropertyValues("migration.enabled=false").run(context -> assertThat(
                        context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("migration")));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aPlaceWithoutRevisionsIsWarnedOf(TestDatabase database, CapturedOutput output) {
        runner(database)
                .withPropertyValues("migration.run-at=initialization", "migration.locations=classpath:db/nothing-here")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .contains(
                        "This build has no revision. It looked for revisions in classpath:db/nothing-here. Write the first one with `migration"
                                + " revision -m \"…\"`, or correct migration.locations.");
    }

    @Test
    void withoutADataSourceThereIsNothingToMigrate(TestDatabase database) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        MigrationAutoConfiguration.class, MigrationActuatorAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Migrations.class));
    }

    @Test
    void anOwnUrlNeedsNoDataSource(TestDatabase database) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withPropertyValues(
                        "migration.url=" + database.url(),
                        "migration.username=" + database.user(),
                        "migration.password=" + database.password(),
                        "migration.run-at=initialization")
                .run(context -> assertThat(context).hasSingleBean(Migrations.class));
        assertThat(database.exists("note")).isTrue();
    }

    @Test
    void aMarkedDataSourceComesFirst(TestDatabase database) {
        runner(database)
                .withUserConfiguration(MarkedDataSource.class)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/none", "test.url=" + database.url())
                .withPropertyValues("test.user=" + database.user(), "test.password=" + database.password())
                .withPropertyValues("migration.run-at=initialization")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(database.exists("note")).isTrue();
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedDataSource {

        @Bean(defaultCandidate = false)
        @MigrationDataSource
        DataSource migrationDataSource(org.springframework.core.env.Environment environment) {
            return new org.springframework.jdbc.datasource.DriverManagerDataSource(
                    environment.getRequiredProperty("test.url"),
                    environment.getRequiredProperty("test.user"),
                    environment.getRequiredProperty("test.password"));
        }
    }

    @Test
    void worksWithoutTheActuator(TestDatabase database) {
        runner(database)
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate", "io.micrometer"))
                .withPropertyValues("migration.run-at=initialization")
                .run(context ->
                        assertThat(context).hasSingleBean(Migrations.class).doesNotHaveBean(MigrationsEndpoint.class));
        assertThat(database.exists("note")).isTrue();
    }

    @Test
    void theGateGoesWithTheHealthIndicator(TestDatabase database) {
        runner(database)
                .withPropertyValues("management.health.migrations.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean("migrationsHealthIndicator")
                        .doesNotHaveBean("migrationReadinessGroup"));
    }

    @Test
    void publishesEvents(TestDatabase database) {
        runner(database).withUserConfiguration(Listener.class).run(context -> {
            context.getBean(Migrations.class).upgrade();

            assertThat(context.getBean(Listener.class).heard)
                    .containsExactly(
                            "start 2",
                            "start upgrade a1f0c3d2e4b5 (create notes)",
                            "end SUCCESS",
                            "start upgrade b2e1d4c3f5a6 (add note author)",
                            "end SUCCESS",
                            "end SUCCESS");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Listener {

        final List<String> heard = new ArrayList<>();

        @EventListener
        void on(MigrationRunStarted event) {
            heard.add("start " + event.plan().steps().size());
        }

        @EventListener
        void on(RevisionStarted event) {
            heard.add("start " + event.step().describe());
        }

        @EventListener
        void on(RevisionFinished event) {
            heard.add("end " + event.report().outcome());
        }

        @EventListener
        void on(MigrationRunFinished event) {
            heard.add("end " + event.report().outcome());
        }
    }
}
