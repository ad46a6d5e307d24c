package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.CommandLineIT.Result;
import dev.athanor.migration.autoconfigure.actuate.MigrationActuatorAutoConfiguration;
import dev.athanor.migration.autoconfigure.actuate.MigrationsEndpoint;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.severalapp.SeveralApplication;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases besides the default one: by properties, by a marked DataSource, by a bean. */
@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class FurtherDatabasesIT {

    private final Logger log = (Logger) LoggerFactory.getLogger(StartUpgrade.class);
    private TestDatabase audit;

    @BeforeEach
    void create() {
        log.setLevel(Level.INFO);
        audit = PostgresServer.get().createDatabase("audit");
    }

    @AfterEach
    void drop() {
        log.setLevel(null);
        PostgresServer.get().dropDatabase(audit);
    }

    private ApplicationContextRunner runner(TestDatabase database, String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        MigrationAutoConfiguration.class,
                        MigrationActuatorAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "management.endpoints.web.exposure.include=migrations",
                        "migration.run-at=initialization",
                        "test.audit=" + audit.url())
                .withPropertyValues(properties);
    }

    private String[] url() {
        return new String[] {
            "migration.databases.audit.url=" + audit.url(),
            "migration.databases.audit.username=" + audit.user(),
            "migration.databases.audit.password=" + audit.password()
        };
    }

    @Test
    void propertiesAddADatabaseToTheDefaultOne(TestDatabase database, CapturedOutput output) {
        runner(database, url()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(MigrationsEndpoint.class).migrations().databases())
                    .containsOnlyKeys("default", "audit");
            assertThat(context.getBean(Migrations.class).name()).isEqualTo("default");
            assertThat(context.getBean("auditMigrations", Migrations.class).name())
                    .isEqualTo("audit");
        });
        assertThat(audit.texts("SELECT version_num FROM migration_version")).containsExactly("a0d1a0d1a0d1");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
        assertThat(output)
                .contains("There are 2 databases: default (migration.*), audit (migration.databases.audit.*).");
    }

    @Test
    void whatIsNotSetIsAsForTheDefaultOne(TestDatabase database) {
        runner(database, url())
                .withPropertyValues(
                        "migration.version-table=versions",
                        "migration.databases.audit.history-table=audit_history",
                        "migration.databases.audit.schema=trail",
                        "migration.databases.audit.target=base",
                        "migration.databases.audit.auto-upgrade=false",
                        "migration.databases.audit.run-at=ready")
                .run(context -> {
                    assertThat(context).hasBean("readyMigrationListener").hasSingleBean(MigrationInitializer.class);
                    Migrations further = context.getBean("auditMigrations", Migrations.class);
                    assertThat(further.target()).isEqualTo("base");
                    assertThat(audit.exists("versions")).isFalse();
                    further.upgrade("heads");
                });
        assertThat(database.exists("versions")).isTrue();
        assertThat(audit.texts(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname = 'trail' ORDER BY 1"))
                .containsExactly("trail.audit", "trail.audit_history", "trail.versions");
    }

    @Test
    void anotherSchemaOfTheSameDatabaseNeedsNoConnectionOfItsOwn(TestDatabase database) {
        runner(database, "migration.databases.audit.schema=trail")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(database.texts("SELECT version_num FROM trail.migration_version"))
                .containsExactly("a0d1a0d1a0d1");
    }

    @Test
    void aMarkedDataSourceAddsADatabase(TestDatabase database, CapturedOutput output) {
        runner(database).withUserConfiguration(Marked.class).run(context -> assertThat(context)
                .hasNotFailed());
        assertThat(audit.texts("SELECT version_num FROM migration_version")).containsExactly("a0d1a0d1a0d1");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
        assertThat(output)
                .contains("There are 2 databases: default (migration.*), audit (migration.databases.audit.*).");
    }

    @Test
    void aMarkedDataSourceIsNeverTheDefaultOne(TestDatabase database) {
        runner(database).withUserConfiguration(OnlyMarked.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(MigrationsEndpoint.class).migrations().databases())
                    .containsOnlyKeys("audit");
        });
        assertThat(audit.texts("SELECT version_num FROM migration_version")).containsExactly("a0d1a0d1a0d1");
    }

    @Test
    void aBeanByNameBelongsToADatabase(TestDatabase database) {
        runner(
                        database,
                        "migration.databases.trail.data-source=auditSource",
                        "migration.databases.trail.locations=classpath:db/audit")
                .withUserConfiguration(Named.class)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(audit.texts("SELECT version_num FROM migration_version")).containsExactly("a0d1a0d1a0d1");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
    }

    @Test
    void aBeanOfTypeMigrationsAddsAndTheLogSaysSo(TestDatabase database, CapturedOutput output) {
        runner(database)
                .withBean("trail", Migrations.class, () -> byHand("trail"))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(audit.texts("SELECT version_num FROM migration_version")).containsExactly("a0d1a0d1a0d1");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
        assertThat(output).contains("There are 2 databases: default (migration.*), trail (bean 'trail').");
    }

    @Test
    void aBeanWithTheNameMigrationsReplacesTheDefaultOne(TestDatabase database, CapturedOutput output) {
        runner(database)
                .withBean("migrations", Migrations.class, () -> byHand("trail"))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(database.exists("migration_version")).isFalse();
        assertThat(output).contains("There is 1 database: trail (bean 'migrations', in place of migration.*).");
    }

    @Test
    void twoOfTheSameNameAreRefused(TestDatabase database) {
        runner(database)
                .withBean("trail", Migrations.class, () -> byHand("default"))
                .run(context -> assertThat(refusal(context.getStartupFailure()))
                        .isEqualTo(
                                "Two Migrations beans are of a database with the name 'default': 'migrations' and 'trail'.\n"
                                        + "Give yours another name, with Migrations.builder(…).name(\"…\"). A bean with the name"
                                        + " `migrations` replaces the default database instead of adding one."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "migration.databases.audit.loctions=classpath:db/audit | migration.databases.audit.loctions is not a property of a"
                        + " database.",
                "migration.databases.default.schema=x | The name `default` belongs to the database that migration.* itself"
                        + " configures, and a further database has it too.",
                "migration.databases.Audit.schema=x | The name 'Audit' of a database is not valid.",
                "migration.databases.audti.target=head | The database 'audti' has no connection of its own.",
                "migration.databases.audit.data-source=nosuch | migration.databases.audit.data-source is 'nosuch', and there is no"
                        + " DataSource bean of that name.",
                "migration.databases.audit.url=jdbc:sqlite:audit.db | migration.databases.audit.url begins with `jdbc:sqlite:`, and"
                        + " Athanor migrates PostgreSQL only.",
                "migration.databases.audit.url=postgresql://me:hunter2@host/audit | migration.databases.audit.url begins with"
                        + " `postgresql://`, which is not a URL of the PostgreSQL JDBC driver.",
            })
    void whatIsWrongIsSaidInASentence(String property, String problem, TestDatabase database) {
        runner(database, property).run(context -> {
            String said = refusal(context.getStartupFailure());

            assertThat(said.lines().findFirst()).contains(problem);
            assertThat(said).doesNotContain("hunter2");
        });
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void theCommandLineSeesTheSameOnes(TestDatabase database) {
        String[] properties = {
            "--migration.databases.audit.url=" + audit.url(),
            "--migration.databases.audit.username=" + audit.user(),
            "--migration.databases.audit.password=" + audit.password(),
            "--migration.databases.audit.run-at=initialization"
        };

        Result upgraded = command(database, properties, "upgrade", "--database", "audit");
        Result heads = command(database, properties, "heads", "--database", "audit");
        Result status = command(database, properties, "status");

        assertThat(upgraded.output()).startsWith("upgrade done: 1 step in ");
        assertThat(heads).isEqualTo(new Result(0, "a0d1a0d1a0d1 (head), create audit\n"));
        assertThat(status.output().lines().filter(line -> line.matches("(database|state) .*")))
                .containsExactly("database  default", "state     PENDING", "database  audit", "state     AT_HEAD");
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void theCommandLineSeesThoseOfBeansToo(TestDatabase database) {
        String[] properties = {"--test.audit=" + audit.url()};

        Result upgraded = several(database, properties, "upgrade", "--database", "archive");
        Result status = several(database, properties, "status");

        assertThat(upgraded.output()).startsWith("upgrade done: 1 step in ");
        assertThat(status.output().lines().filter(line -> line.matches("(database|state) .*")))
                .containsExactly(
                        "database  default",
                        "state     PENDING",
                        "database  archive",
                        "state     AT_HEAD",
                        "database  audit",
                        "state     PENDING");
    }

    private Result command(TestDatabase database, String[] properties, String... command) {
        return run(dev.athanor.testapp.NotesApplication.class, database, properties, command);
    }

    private Result several(TestDatabase database, String[] properties, String... command) {
        return run(SeveralApplication.class, database, properties, command);
    }

    private Result run(Class<?> application, TestDatabase database, String[] properties, String... command) {
        List<String> arguments = new java.util.ArrayList<>(List.of("migration"));
        arguments.addAll(List.of(command));
        arguments.addAll(List.of(properties));
        return CommandLineIT.run(application, CommandLineIT.on(database, arguments.toArray(String[]::new)));
    }

    private Migrations byHand(String name) {
        return Migrations.builder(audit.dataSource())
                .name(name)
                .tables(Tables.defaults())
                .source(new ClasspathSource(FurtherDatabasesIT.class.getClassLoader(), "db/audit"))
                .build();
    }

    private static String refusal(Throwable failure) {
        assertThat(failure).isNotNull();
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        assertThat(cause).isInstanceOf(MigrationException.class);
        return cause.getMessage();
    }

    private static DataSource source(Environment environment) {
        return new DriverManagerDataSource(
                environment.getRequiredProperty("test.audit"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean(defaultCandidate = false)
        @MigrationDataSource("audit")
        DataSource auditSource(Environment environment) {
            return source(environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnlyMarked {

        @Bean
        @MigrationDataSource("audit")
        DataSource auditSource(Environment environment) {
            return source(environment);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Named {

        @Bean(defaultCandidate = false)
        DataSource auditSource(Environment environment) {
            return source(environment);
        }
    }
}
