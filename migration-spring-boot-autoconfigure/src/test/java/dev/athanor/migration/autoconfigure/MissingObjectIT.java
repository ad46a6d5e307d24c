package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A start that asks a fresh database for a table which a pending revision makes. */
@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class MissingObjectIT {

    private static final String ACTION =
            "Set migration.run-at=initialization: Athanor then upgrades before every bean that"
                    + " needs the database. With migration.run-at=ready, it upgrades when the application is ready, which it cannot"
                    + " become.";

    @ParameterizedTest
    @ValueSource(classes = {Runner.class, Early.class})
    void namesTheRevisionThatMakesTheTableAndTheProperty(
            Class<?> reader, TestDatabase database, CapturedOutput output) {
        assertThatThrownBy(() -> start(database, reader)).isNotNull();

        assertThat(output)
                .contains(analysis(
                        "While it started, the application asked the database for a table that is not there: ERROR: relation"
                                + " \"note\" does not exist (SQLState 42P01).\nRevision a1f0c3d2e4b5 (create notes) makes it, in"
                                + " db/revisions/20251007_1050_a1f0c3d2e4b5_create_notes.sql, and is pending in the database"
                                + " 'default'.",
                        ACTION));
        assertThat(database.exists("note")).isFalse();
    }

    @Test
    void namesTheRevisionThatMakesTheColumn(TestDatabase database, CapturedOutput output) {
        assertThatThrownBy(() -> start(database, Early.class, "--test.sql=SELECT n.author FROM (SELECT 1 AS id) AS n"))
                .isNotNull();

        assertThat(output)
                .contains(analysis(
                        "While it started, the application asked the database for a column that is not there: ERROR: column"
                                + " n.author does not exist (SQLState 42703).\nRevision b2e1d4c3f5a6 (add note author) makes it, in"
                                + " db/revisions/20251008_0930_b2e1d4c3f5a6_add_note_author.sql, and is pending in the database"
                                + " 'default'.",
                        ACTION));
    }

    @Test
    void saysWhatIsPendingWhereNoRevisionMakesIt(TestDatabase database, CapturedOutput output) {
        assertThatThrownBy(() ->
                        start(database, Runner.class, "--test.sql=TABLE elsewhere", "--migration.auto-upgrade=false"))
                .isNotNull();

        assertThat(output)
                .contains(analysis(
                        "While it started, the application asked the database for a table that is not there: ERROR: relation"
                                + " \"elsewhere\" does not exist (SQLState 42P01).\n2 revisions are pending in the database"
                                + " 'default'.",
                        "Upgrade the database before the application starts, with `migration upgrade`."));
    }

    @Test
    void dataSqlIsExplainedToo(TestDatabase database, CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        database,
                        Nothing.class,
                        "--spring.sql.init.mode=always",
                        "--spring.sql.init.data-locations=classpath:db/data-of-notes.sql"))
                .isNotNull();

        assertThat(output)
                .contains("Revision a1f0c3d2e4b5 (create notes) makes it, in")
                .contains(ACTION);
    }

    @Test
    void theAdviceWorks(TestDatabase database) {
        for (Class<?> reader : List.of(Runner.class, Early.class)) {
            start(database, reader, "--migration.run-at=initialization").close();
        }
        start(
                        database,
                        Nothing.class,
                        "--migration.run-at=initialization",
                        "--spring.sql.init.mode=always",
                        "--spring.sql.init.data-locations=classpath:db/data-of-notes.sql")
                .close();

        assertThat(database.count("SELECT count(*) FROM note")).isEqualTo(1);
    }

    @Test
    void atHeadNothingIsExplained(TestDatabase database, CapturedOutput output) {
        start(database, Nothing.class).close();

        assertThatThrownBy(() -> start(database, Runner.class, "--test.sql=TABLE elsewhere"))
                .isNotNull();

        assertThat(output).doesNotContain("While it started");
    }

    private static String analysis(String description, String action) {
        return "Description:\n\n" + description + "\n\nAction:\n\n" + action + "\n";
    }

    private static org.springframework.context.ConfigurableApplicationContext start(
            TestDatabase database, Class<?> reader, String... properties) {
        SpringApplication application = new SpringApplication(Base.class, reader);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(properties));
        return application.run(arguments.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceInitializationAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        MigrationAutoConfiguration.class
    })
    static class Base {}

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Configuration(proxyBeanMethods = false)
    static class Runner {

        @Bean
        CommandLineRunner reader(
                JdbcTemplate jdbc,
                @org.springframework.beans.factory.annotation.Value("${test.sql:TABLE note}") String sql) {
            return arguments -> jdbc.queryForList(sql);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Early {

        @Bean
        InitializingBean reader(
                JdbcTemplate jdbc,
                @org.springframework.beans.factory.annotation.Value("${test.sql:TABLE note}") String sql) {
            return () -> jdbc.queryForList(sql);
        }
    }
}
