package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.autogenerate.IncludeObject;
import dev.athanor.migration.autoconfigure.cli.CommandExit;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.Note;
import dev.athanor.testapp.NotesApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code check}, {@code drift} and {@code verify} on an application's own configuration. */
@ExtendWith(PostgresExtension.class)
class ComparisonCommandsIT {

    private static final String DIFFERENCE = """
            The database differs from the schema of the JPA entities in 1 place:
              column note.id: identity always → by default
            """;

    private record Result(int exitCode, String output, String error) {}

    private static Result run(Class<?> application, TestDatabase database, String... command) {
        AtomicInteger exitCode = new AtomicInteger(-1);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errorBefore = System.err;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            SpringApplication spring = new SpringApplication(application);
            spring.addBootstrapRegistryInitializer(
                    registry -> registry.register(CommandExit.class, context -> exitCode::set));
            spring.run(on(database, command));
        } catch (SpringApplication.AbandonedRunException e) {
            return new Result(
                    exitCode.get(), output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errorBefore);
        }
        throw new IllegalStateException("The application started");
    }

    private static String[] on(TestDatabase database, String... command) {
        List<String> arguments = new ArrayList<>(List.of("migration"));
        arguments.addAll(List.of(command));
        arguments.add("--spring.datasource.url=" + database.url());
        arguments.add("--spring.datasource.username=" + database.user());
        arguments.add("--spring.datasource.password=" + database.password());
        return arguments.toArray(String[]::new);
    }

    @Test
    void entitiesAreComparedAndNothingOfTheApplicationIsCreated(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");

        Result checked = run(Explosive.class, database, "check");

        assertThat(checked).isEqualTo(new Result(3, DIFFERENCE, ""));
    }

    @Test
    void theFullContextGivesTheSame(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");

        Result checked = run(NotesApplication.class, database, "check", "--migration.cli.context=full");

        assertThat(checked.output()).isEqualTo(DIFFERENCE);
        assertThat(checked.exitCode()).isEqualTo(3);
    }

    @Test
    void propertiesAndBeansSayWhatCounts(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");
        Result same = new Result(0, "Nothing differs between the database and the schema of the JPA entities.\n", "");

        assertThat(run(Filtered.class, database, "check")).isEqualTo(same);
        assertThat(run(NotesApplication.class, database, "check", "--migration.autogenerate.exclude=column note.id"))
                .isEqualTo(same);
    }

    @Test
    void driftIsWhatSomebodyDidByHand(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");
        database.execute("ALTER TABLE note ADD COLUMN colour text");

        assertThat(run(NotesApplication.class, database, "drift")).isEqualTo(new Result(3, """
                        The database differs from its own revisions up to b2e1d4c3f5a6 in 1 place:
                          column note.colour: added
                        """, ""));
    }

    @Test
    void whatIsNotComparedIsSaidInTextAndJson(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");
        database.execute("CREATE SCHEMA legacy; CREATE TABLE legacy.old (id int)");

        assertThat(run(NotesApplication.class, database, "drift")).isEqualTo(new Result(0, """
                        Nothing differs between the database and its own revisions up to b2e1d4c3f5a6.
                        Not compared: schema legacy. Name it in `migration.autogenerate.schemas` to compare it.
                        """, ""));
        assertThat(run(NotesApplication.class, database, "drift", "--json")).isEqualTo(new Result(0, """
                        {"wanted":"its own revisions up to b2e1d4c3f5a6","matches":true,"differences":[],"lesserFindings":[],\
                        "schemas":["public"],"notCompared":["legacy"]}
                        """, ""));
        assertThat(run(NotesApplication.class, database, "drift", "--migration.autogenerate.schemas=legacy"))
                .isEqualTo(new Result(3, """
                        The database differs from its own revisions up to b2e1d4c3f5a6 in 2 places:
                          schema legacy: added
                          table legacy.old: added
                        """, ""));
    }

    @Test
    void aDumpIsTheWantedSchemaAsItIs(TestDatabase database) {
        String dump = "--migration.autogenerate.source=classpath:dumps/shop-public.sql";

        Result here = run(NotesApplication.class, database, "check", dump);
        database.execute("CREATE SCHEMA app");
        Result elsewhere = run(NotesApplication.class, database, "check", dump, "--migration.schema=app");

        assertThat(here).isEqualTo(new Result(3, """
                        The database differs from classpath:dumps/shop-public.sql in 6 places:
                          enum type state: added
                          sequence numbers: added
                          function total(wanted state): added
                          table lines: added
                          table orders: added
                          view paid: added
                        """, ""));
        assertThat(elsewhere.output())
                .startsWith("The database differs from classpath:dumps/shop-public.sql, whose schema public stands for"
                        + " app in 6 places:\n");
    }

    @Test
    void verifyTellsOnTheWayAndInTheEnd(TestDatabase database) {
        Result verified = run(NotesApplication.class, database, "verify");
        Result one = run(NotesApplication.class, database, "verify", "b2e1", "--json");

        assertThat(verified.exitCode()).isZero();
        assertThat(verified.error()).isEqualTo("""
                verify a1f0c3d2e4b5 (create notes) ... proven
                verify b2e1d4c3f5a6 (add note author) ... proven
                """);
        assertThat(verified.output()).startsWith("2 revisions: 2 proven, 0 unproven, 0 irreversible, in ");
        assertThat(one.output().replaceAll("\\d+", "n")).isEqualTo("""
                {"restores":true,"durationMillis":n,"revisions":[{"revision":"bnendncnfnan","message":"add note author",\
                "outcome":"proven","nature":"","findings":[],"durationMillis":n}]}
                """);
    }

    @Test
    void anApplicationThatWantsNothingIsToldWhatToDo(TestDatabase database) {
        Result checked = run(
                NotesApplication.class,
                database,
                "check",
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                        + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration");

        assertThat(checked).isEqualTo(new Result(1, "", """
                        FAILED: There is nothing to compare the database with: the application has no JPA entities and no bean of type WantedSchema, and migration.autogenerate.source is not set.
                        Set it to a file with the schema as SQL, such as migration.autogenerate.source=file:src/main/resources/db/schema.sql.
                        """));
    }

    @Test
    void aConfigurationThatCannotBeReadIsToldInOneMessage(TestDatabase database) {
        assertThat(run(Unreadable.class, database, "check")).isEqualTo(new Result(1, "", """
                        FAILED: The application's configuration cannot be read: no moon tonight
                        Check that the application starts. Run the command again with --stacktrace for details.
                        """));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EntityScan(basePackageClasses = Note.class)
    static class Explosive {

        @Bean
        CommandLineRunner runner() {
            throw new IllegalStateException("created");
        }

        @Bean
        Thread thread() {
            throw new IllegalStateException("created");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EntityScan(basePackageClasses = Note.class)
    static class Filtered {

        @Bean
        IncludeObject withoutKeys() {
            return object -> !"id".equals(object.part());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Unreadable {

        @Bean
        static BeanFactoryPostProcessor sky() {
            return beans -> {
                throw new IllegalStateException("no moon tonight");
            };
        }
    }
}
