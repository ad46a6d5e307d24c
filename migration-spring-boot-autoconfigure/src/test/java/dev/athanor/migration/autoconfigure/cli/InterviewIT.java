package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Choices;
import dev.athanor.migration.autogenerate.OpenDecision;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked at a terminal, and what becomes of the answers. */
@ExtendWith(PostgresExtension.class)
class InterviewIT {

    private static final String ABOUT_NAME = "Is column users.full_name a new name for column users.name? [y/N] ";

    private static final String ABOUT_MAIL = """
            Column users.mail is required and has no default, and table users has rows.
            Which value do these rows get, in SQL? Leave it empty to decide later:\s""";

    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();

    @Test
    void answersAreGenerated(TestDatabase database) {
        Autogeneration generated = generate(database, "y\n''\n");

        assertThat(asked.toString(StandardCharsets.UTF_8)).isEqualTo(ABOUT_NAME + ABOUT_MAIL);
        assertThat(generated.decisions()).isEmpty();
        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("""
                ALTER TABLE users RENAME COLUMN name TO full_name;

                ALTER TABLE users ADD COLUMN mail text NOT NULL DEFAULT '';

                ALTER TABLE users ALTER COLUMN mail DROP DEFAULT;""");
    }

    @Test
    void withoutAnswersEverythingIsLeftForLater(TestDatabase database) {
        Autogeneration generated = generate(database, "");

        assertThat(asked.toString(StandardCharsets.UTF_8)).isEqualTo(ABOUT_NAME + """
                Column users.full_name is required and has no default, and table users has rows.
                Which value do these rows get, in SQL? Leave it empty to decide later:\s""" + ABOUT_MAIL);
        assertThat(generated.decisions())
                .extracting(OpenDecision::column)
                .containsExactly("users.full_name", "users.mail");
    }

    private Autogeneration generate(TestDatabase database, String answers) {
        database.execute("CREATE TABLE users (id int, name text NOT NULL); INSERT INTO users VALUES (1, 'x')");
        PrintStream stream = new PrintStream(asked, true, StandardCharsets.UTF_8);
        Output output = new Output(new Streams(stream, stream));
        Migrations migrations =
                Migrations.builder(database.dataSource()).source(List::of).build();
        WantedSchema wanted = SchemaScript.of(new ScriptFile(
                "schema.sql", "CREATE TABLE users (id int, full_name text NOT NULL, mail text NOT NULL)"));
        return new Interview(new Questions(new BufferedReader(new StringReader(answers)), output), output)
                .generate(
                        Choices.NONE,
                        choices -> migrations.comparisons().autogenerate(wanted, migrations.scripts(), choices));
    }
}
