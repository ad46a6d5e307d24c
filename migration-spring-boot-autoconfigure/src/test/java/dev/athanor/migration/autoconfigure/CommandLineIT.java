package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.javaapp.JavaApplication;
import dev.athanor.javaapp.revisions.CreateArticles;
import dev.athanor.migration.autoconfigure.cli.CommandExit;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Commands in place of the application, in this JVM: the exit is replaced. */
@ExtendWith(PostgresExtension.class)
class CommandLineIT {

    record Result(int exitCode, String output) {}

    static Result run(Class<?> application, String... arguments) {
        AtomicInteger exitCode = new AtomicInteger(-1);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            SpringApplication spring = new SpringApplication(application);
            spring.addBootstrapRegistryInitializer(
                    registry -> registry.register(CommandExit.class, context -> exitCode::set));
            spring.run(arguments);
        } catch (SpringApplication.AbandonedRunException e) {
            return new Result(exitCode.get(), output.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
        throw new IllegalStateException("The application started");
    }

    static String[] on(TestDatabase database, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--spring.datasource.url=" + database.url());
        arguments.add("--spring.datasource.username=" + database.user());
        arguments.add("--spring.datasource.password=" + database.password());
        return arguments.toArray(String[]::new);
    }

    @Test
    void aCommandRunsInPlaceOfTheApplication(TestDatabase database) {
        Result upgraded = run(NotesApplication.class, on(database, "migration", "upgrade", "head"));
        Result current = run(NotesApplication.class, on(database, "--server.port=1", "migration", "current"));

        assertThat(upgraded.exitCode()).isZero();
        assertThat(upgraded.output()).startsWith("upgrade done: 2 steps in ");
        assertThat(current).isEqualTo(new Result(0, "b2e1d4c3f5a6 (head)\n"));
        assertThat(database.exists("note")).isTrue();
    }

    @Test
    void standardOutputHoldsTheResultOnly(TestDatabase database) {
        Result heads = run(
                NotesApplication.class,
                on(database, "migration", "heads", "--json", "--logging.threshold.console=trace", "--debug"));

        assertThat(heads).isEqualTo(new Result(0, "[\"b2e1d4c3f5a6\"]\n"));
    }

    @Test
    void theAuditLogIsReadByCommand(TestDatabase database) {
        run(NotesApplication.class, on(database, "migration", "upgrade", "head"));
        database.execute("UPDATE migration_history SET outcome = 'failed', error = 'ERROR: it\nbroke', host = 'pod-1',"
                + " application_version = '1.4.0', duration_ms = 7, started_at = '2026-01-02T03:04:05Z',"
                + " database_user = 'anna', run_id = '00000000-0000-0000-0000-000000000001', checksum = '1:c'"
                + " WHERE revision = 'a1f0c3d2e4b5'");

        Result lines = run(NotesApplication.class, on(database, "migration", "history", "--applied", "--verbose"));
        Result json = run(NotesApplication.class, on(database, "migration", "history", "--applied", "--json"));

        assertThat(lines.output()).endsWith("""
                2026-01-02T03:04:05Z upgrade a1f0c3d2e4b5 failed in 7 ms by anna on pod-1 (1.4.0), create notes
                    run        00000000-0000-0000-0000-000000000001
                    script     db/revisions/20251007_1050_a1f0c3d2e4b5_create_notes.sql
                    checksum   1:c
                    error      ERROR: it
                               broke
                """);
        assertThat(json.output())
                .contains(
                        "{\"runId\":\"00000000-0000-0000-0000-000000000001\",\"direction\":\"upgrade\",\"revision\":\"a1f0c3d2e4b5\",\"message\":"
                                + "\"create notes\",\"outcome\":\"failed\",\"startedAt\":\"2026-01-02T03:04:05Z\","
                                + "\"durationMillis\":7,\"error\":\"ERROR: it\\nbroke\"");
    }

    @Test
    void commandsThatNeedNoDatabaseWorkWithoutOne() {
        assertThat(run(NotesApplication.class, "migration", "heads"))
                .isEqualTo(new Result(0, "b2e1d4c3f5a6 (head), add note author\n"));
        assertThat(run(NotesApplication.class, "migration", "current").exitCode())
                .isEqualTo(1);
    }

    @Test
    void revisionsInJavaAreSeenWithoutTheApplicationsBeans() {
        String noScripts = "--migration.locations=classpath:db/nothing-here";

        assertThat(run(JavaApplication.class, "migration", "history", noScripts))
                .isEqualTo(new Result(0, """
                        c0a2 -> c0a3 (head), add authors
                        c0a1 -> c0a2, add slugs
                        <base> -> c0a1, create articles
                        """));
        assertThat(run(ElsewhereApplication.class, "migration", "heads", noScripts))
                .isEqualTo(new Result(0, "c0a3 (head), add authors\n"));
        assertThat(run(
                        NotesApplication.class,
                        "migration",
                        "heads",
                        noScripts,
                        "--migration.java-packages=dev.athanor.javaapp"))
                .isEqualTo(new Result(0, "c0a3 (head), add authors\n"));
    }

    @Test
    void oneThatNeedsTheApplicationsBeansIsRefusedBeforeAnythingRuns(TestDatabase database) {
        String[] upgrade = on(database, "migration", "upgrade", "--migration.locations=classpath:db/nothing-here");

        ByteArrayOutputStream error = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        Result refused = run(JavaApplication.class, upgrade);
        System.setErr(before);

        assertThat(refused).isEqualTo(new Result(1, ""));
        assertThat(error.toString(StandardCharsets.UTF_8))
                .isEqualTo("FAILED: Revision class dev.athanor.javaapp.revisions.AddAuthors needs a bean of type"
                        + " dev.athanor.javaapp.text.Authors, and this context has none.\n"
                        + "Commands and slice tests run without the application's beans: add @Import(Authors.class) to the"
                        + " revision, so that it brings what it needs; or run the command in the application's own context, with"
                        + " --migration.cli.context=full.\n");
        assertThat(database.exists("article")).isFalse();
        assertThat(database.exists("migration_version")).isFalse();
    }

    @Test
    void withWhatItImportsOneRunsInTheSmallContextAndAllRunInTheFullOne(TestDatabase database) {
        String noScripts = "--migration.locations=classpath:db/nothing-here";

        Result small = run(JavaApplication.class, on(database, "migration", "upgrade", "c0a2", noScripts));
        assertThat(small.output()).startsWith("upgrade done: 2 steps in ");
        assertThat(database.texts("SELECT slug FROM article ORDER BY id")).containsExactly("ein-haus", "two-doors");

        Result full = run(
                JavaApplication.class, on(database, "migration", "upgrade", noScripts, "--migration.cli.context=full"));
        assertThat(full.output()).startsWith("upgrade done: 1 step in ");
        assertThat(database.texts("SELECT DISTINCT author FROM article")).containsExactly("nobody");

        Result back = run(
                JavaApplication.class,
                on(database, "migration", "downgrade", "base", noScripts, "--migration.cli.context=full"));
        assertThat(back.output()).startsWith("downgrade done: 3 steps in ");
        assertThat(database.exists("article")).isFalse();
    }

    @Test
    void theySayTheirSql() {
        String noScripts = "--migration.locations=classpath:db/nothing-here";

        Result sql = run(JavaApplication.class, "migration", "upgrade", "base:c0a1", "--sql", noScripts);

        assertThat(sql.exitCode()).isZero();
        assertThat(sql.output()).contains("CREATE TABLE article", "INSERT INTO article (title)");
        assertThat(run(JavaApplication.class, "migration", "show", "c0a2", noScripts)
                        .output())
                .startsWith("""
                        Rev: c0a2
                        Parent: c0a1
                        Path: dev/athanor/javaapp/revisions/AddSlugs.java

                            add slugs
                        """);
    }

    /** Its auto-configuration has packages that it is not in. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackages = "dev.athanor.javaapp.text", basePackageClasses = CreateArticles.class)
    static class ElsewhereApplication {}

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(run(NotesApplication.class, "migration").exitCode()).isEqualTo(2);
        assertThat(run(NotesApplication.class, "migration", "nonsense").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aHandWrittenDataSourceIsFoundInTheFullContext(TestDatabase database) {
        String[] arguments = {
            "migration",
            "upgrade",
            "--migration.cli.context=full",
            "--test.url=" + database.url(),
            "--test.user=" + database.user(),
            "--test.password=" + database.password()
        };

        Result upgraded = run(ByHand.class, arguments);

        assertThat(upgraded.exitCode()).isZero();
        assertThat(upgraded.output()).startsWith("upgrade done: 2 steps in ");
        assertThat(database.texts("SELECT version_num FROM migration_version")).containsExactly("b2e1d4c3f5a6");
    }

    @Configuration(proxyBeanMethods = false)
    @org.springframework.boot.autoconfigure.EnableAutoConfiguration
    static class ByHand {

        @Bean
        DataSource dataSource(
                @Value("${test.url}") String url,
                @Value("${test.user}") String user,
                @Value("${test.password}") String password) {
            return new DriverManagerDataSource(url, user, password);
        }
    }
}
