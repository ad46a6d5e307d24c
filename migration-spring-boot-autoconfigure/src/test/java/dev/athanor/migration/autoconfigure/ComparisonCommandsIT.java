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
              table note:
                column id: differs: database identity always, entities identity by default
            Total: 1 differs.
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
                          table note:
                            column colour: only in the database
                        Total: 1 only in the database.
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
                        "schemas":["public"],"notCompared":["legacy"],"leftOut":[]}
                        """, ""));
        assertThat(run(NotesApplication.class, database, "drift", "--migration.autogenerate.schemas=legacy"))
                .isEqualTo(new Result(3, """
                        The database differs from its own revisions up to b2e1d4c3f5a6 in 2 places:
                          schema legacy: only in the database
                          table legacy.old: only in the database
                        Total: 2 only in the database.
                        """, ""));
    }

    @Test
    void tablesOfOtherToolsAreLeftOutUnlessTheyAreAskedFor(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");
        database.execute("CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY);"
                + "CREATE TABLE shedlock (name varchar(64) PRIMARY KEY)");
        String exclude = "--migration.autogenerate.exclude=column note.id";

        Result checked = run(NotesApplication.class, database, "check", exclude);
        Result drift = run(NotesApplication.class, database, "drift", exclude, "--json");
        Result all = run(
                NotesApplication.class,
                database,
                "check",
                exclude,
                "--migration.autogenerate.compare-tool-tables=true");

        assertThat(checked).isEqualTo(new Result(0, """
                        Nothing differs between the database and the schema of the JPA entities.
                        Left out: tables of other tools: flyway_schema_history (Flyway); shedlock (ShedLock). \
                        Compare them with `migration.autogenerate.compare-tool-tables=true`.
                        """, ""));
        assertThat(drift).isEqualTo(new Result(0, """
                        {"wanted":"its own revisions up to b2e1d4c3f5a6","matches":true,"differences":[],"lesserFindings":[],\
                        "schemas":["public"],"notCompared":[],"leftOut":["table flyway_schema_history","table shedlock"]}
                        """, ""));
        assertThat(all).isEqualTo(new Result(3, """
                        The database differs from the schema of the JPA entities in 2 places:
                          table flyway_schema_history: only in the database
                          table shedlock: only in the database
                        Total: 2 only in the database.
                        """, ""));
    }

    @Test
    void aDifferenceHasTheColourOfItsSide(TestDatabase database) {
        run(NotesApplication.class, database, "upgrade");
        database.execute("ALTER TABLE note ADD COLUMN colour text; ALTER TABLE note DROP COLUMN author");

        Result checked = run(NotesApplication.class, database, "check", "--color=always");

        assertThat(checked.output().replace('\u001B', '^')).isEqualTo("""
                        The database differs from the schema of the JPA entities in 3 places:
                          table note:
                            column author: ^[32monly in the entities^[39m
                            column colour: ^[31monly in the database^[39m
                            column id: ^[33mdiffers: database identity always, entities identity by default^[39m
                        Total: 1 only in the database, 1 only in the entities, 1 differs.
                        """);
    }

    @Test
    void aDumpIsTheWantedSchemaAsItIs(TestDatabase database) {
        String dump = "--migration.autogenerate.source=classpath:dumps/shop-public.sql";

        Result here = run(NotesApplication.class, database, "check", dump);
        database.execute("CREATE SCHEMA app");
        Result elsewhere = run(NotesApplication.class, database, "check", dump, "--migration.schema=app");

        assertThat(here).isEqualTo(new Result(3, """
                        The database differs from classpath:dumps/shop-public.sql in 6 places:
                          enum type state: only in shop-public.sql
                          sequence numbers: only in shop-public.sql
                          function total(wanted state): only in shop-public.sql
                          table lines: only in shop-public.sql
                          table orders: only in shop-public.sql
                          view paid: only in shop-public.sql
                        Total: 6 only in shop-public.sql.
                        """, ""));
        assertThat(elsewhere.output())
                .startsWith("The database differs from classpath:dumps/shop-public.sql, whose schema public stands for"
                        + " app in 6 places:\n");
    }

    @Test
    void verifyNamesEachRevisionOnceInTheEnd(TestDatabase database) {
        Result verified = run(NotesApplication.class, database, "verify");
        Result one = run(NotesApplication.class, database, "verify", "b2e1", "--json");

        assertThat(verified.exitCode()).isZero();
        assertThat(verified.error()).isEmpty();
        assertThat(verified.output()
                        .replaceAll("in [\\d.]+ s|\\d+ ms", "<time>")
                        .replaceAll(" +<time>", " <time>"))
                .isEqualTo("""
                        2 revisions: 2 proven, 0 unproven, 0 irreversible, <time>
                          a1f0c3d2e4b5  proven <time>  create notes
                          b2e1d4c3f5a6  proven <time>  add note author
                          all           proven <time>  2 revisions down to base and up again
                        """);
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
