package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests that values of secret placeholders and credentials of URLs appear only in what is sent to the server. */
@ExtendWith(PostgresExtension.class)
class SecretsIT {

    private static final String SECRET = "hunter2";
    private static final Placeholders VALUES =
            new Placeholders(Map.of("app.Password", SECRET, "table", "placed; DROP TABLE victim"));

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.athanor.migration");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.TRACE);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void deafen() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    private static Migrations migrations(TestDatabase database, String upgrade) {
        Scripts scripts = Scripts.none().with("a1", "", upgrade, "COMMENT ON SCHEMA public IS '${app.Password}';");
        return TestMigrations.of(database, scripts, builder -> builder.placeholders(VALUES));
    }

    @Test
    void theServerGetsASecretAndNobodyElseDoes(TestDatabase database) {
        Migrations migrations = migrations(
                database,
                "CREATE TABLE t (note text DEFAULT '${app.Password}');\n"
                        + "DO $$ BEGIN RAISE WARNING 'it is ${app.Password}'; END $$;");

        migrations.upgrade();

        assertThat(database.texts("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 't'::regclass"))
                .containsExactly("'hunter2'::text");
        assertThat(logged.list).anySatisfy(event -> assertThat(event.getFormattedMessage())
                .isEqualTo("The server warns at db/revisions/a1.sql:8, statement 2 of `upgrade a1 (revision a1)`: it is"
                        + " ${app.Password}"));
        assertSilent(database, null);
    }

    @Test
    void errorsShowThePlaceholder(TestDatabase database) {
        Migrations migrations = migrations(database, "CREATE TABLE t ();\nSELECT ${app.Password};");

        Throwable failure = catchThrowable(migrations::upgrade);

        assertThat(failure).hasMessage("""
                upgrade a1 (revision a1) failed at db/revisions/a1.sql:8, statement 2 of 2:
                    SELECT ${app.Password}
                ERROR: column "${app.Password}" does not exist
                  Position: 8 (SQLState 42703)
                The revision was rolled back: the database is at base.
                Text belongs in apostrophes, and only a name in quotation marks keeps its capital letters. Check the name, and that the revision that adds the column comes before this one, then start again; nothing of this revision was applied.""");
        assertSilent(database, failure);
        assertThat(migrations.status().toString()).doesNotContain(SECRET);
    }

    @Test
    void errorsAtTheCommitShowThePlaceholder(TestDatabase database) {
        Throwable failure = catchThrowable(migrations(
                database,
                "CREATE TABLE p (id text PRIMARY KEY);\n"
                        + "CREATE TABLE c (p text REFERENCES p DEFERRABLE INITIALLY DEFERRED);\n"
                        + "INSERT INTO c VALUES ('${app.Password}');")::upgrade);

        assertThat(failure).hasMessageContaining("Key (p)=(${app.Password}) is not present in table \"p\".");
        assertSilent(database, failure);
    }

    @Test
    void malformedScriptsShowThePlaceholder(TestDatabase database) {
        Throwable failure = catchThrowable(migrations(database, "VACUUM ${app.Password};")::upgrade);

        assertThat(failure)
                .hasMessage("db/revisions/a1.sql:7: `VACUUM ${app.Password}` cannot run inside a transaction.\n"
                        + "Mark the section `-- @upgrade transaction=none`: its statements then commit one by one.");
    }

    @Test
    void theExplainedPlanShowsEveryStatementThatAPlaceholderSmugglesIn(TestDatabase database) {
        Migrations migrations = migrations(database, "CREATE TABLE ${table} (note text DEFAULT '${app.Password}');");

        assertThat(migrations.explain(migrations.planUpgrade("heads"))).isEqualTo("""
                upgrade heads: 1 step, from base to a1
                  upgrade a1 (revision a1): insert a1
                    1 of 2
                      CREATE TABLE placed;
                    2 of 2
                      DROP TABLE victim (note text DEFAULT '${app.Password}');""");
    }

    @Test
    void aUrlsCredentialsAreNotRepeated() {
        for (String url : new String[] {
            "jdbc:postgres://localhost/x?user=me&password=" + SECRET,
            "jdbc:postgresql://localhost:notaport/x?password=" + SECRET + "&ssl=true",
            "jdbc:postgresql://me:" + SECRET + "@localhost:notaport/x",
            "jdbc:postgresql://localhost:1/x?sslpassword=" + SECRET
        }) {
            Migrations migrations = Migrations.builder(new DriverManagerDataSource(url))
                    .source(Scripts.none().withTable("a1", "")::files)
                    .build();

            Throwable failure = catchThrowable(migrations::upgrade);

            assertThat(failure).hasMessageStartingWith("No connection to the database: ");
            assertThat(trace(failure)).as(url).doesNotContain(SECRET);
            assertThat(migrations.status().toString()).doesNotContain(SECRET);
        }
        assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(SECRET));
    }

    private void assertSilent(TestDatabase database, Throwable failure) {
        assertThat(logged.list).isNotEmpty();
        assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(SECRET));
        assertThat(database.texts("SELECT h::text FROM migration_history h"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(SECRET));
        if (failure != null) {
            assertThat(trace(failure)).doesNotContain(SECRET);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
