package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renamings and values that a person gives: rows stay, and the revision leads there and back. */
@ExtendWith(PostgresExtension.class)
class ChoicesIT {

    private static final String LIVE = """
            CREATE TYPE mood AS ENUM ('sad', 'happy');
            CREATE SEQUENCE numbers;
            CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'happy', CHECK (name <> ''));
            CREATE INDEX by_name ON users (lower(name));
            CREATE VIEW names AS SELECT name FROM users;
            INSERT INTO users (name) VALUES ('x'), ('y');
            """;

    private static final String WANTED = """
            CREATE TYPE mood AS ENUM ('sad', 'glad');
            CREATE SEQUENCE counter;
            CREATE TABLE accounts (id serial PRIMARY KEY, full_name text NOT NULL, mood mood DEFAULT 'glad',
              CHECK (full_name <> ''), age int);
            CREATE INDEX by_full_name ON accounts (lower(full_name), age);
            CREATE VIEW names AS SELECT full_name AS name FROM accounts;
            """;

    private static final Choices RENAMES = Choices.NONE
            .withRename("accounts.name=full_name")
            .withRename("users=accounts")
            .withRename("mood.happy=glad")
            .withRename("by_name=by_full_name")
            .withRename("numbers=counter");

    @TempDir
    private Path folder;

    @Test
    void whatIsRenamedKeepsItsRows(TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute(LIVE);
        List<String> before = CatalogSnapshot.of(database);

        Autogeneration generated = generate(database, WANTED, RENAMES);
        write(generated);
        migrations(database).upgrade();

        assertThat(generated.report().text()).isEqualTo("""
                The database differs from schema.sql in 8 places:
                  enum type mood.happy: renamed to glad
                  sequence numbers: renamed to counter
                  sequence users_id_seq: renamed to accounts_id_seq
                  table accounts:
                    column age: only in schema.sql
                    index by_full_name: differs: database definition INDEX (lower(full_name)), schema.sql definition INDEX (lower(full_name), age)
                  table users: renamed to accounts
                  table users:
                    column name: renamed to full_name
                    index by_name: renamed to by_full_name
                Total: 1 only in schema.sql, 7 differ.""");
        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("""
                -- What reads all rows of a table that has some follows in the next revision, outside of a transaction.

                ALTER TABLE users RENAME COLUMN name TO full_name;

                ALTER TYPE mood RENAME VALUE 'happy' TO 'glad';

                ALTER INDEX by_name RENAME TO by_full_name;

                ALTER SEQUENCE numbers RENAME TO counter;

                ALTER SEQUENCE users_id_seq RENAME TO accounts_id_seq;

                ALTER TABLE users RENAME TO accounts;

                DROP INDEX by_full_name;

                ALTER TABLE accounts ADD COLUMN age integer;""");
        assertThat(generated.revisions().get(0).downgrade()).isEqualTo("""
                ALTER TABLE accounts DROP COLUMN age;

                CREATE INDEX by_full_name ON accounts (lower(full_name));

                ALTER TABLE accounts RENAME TO users;

                ALTER SEQUENCE accounts_id_seq RENAME TO users_id_seq;

                ALTER SEQUENCE counter RENAME TO numbers;

                ALTER INDEX by_full_name RENAME TO by_name;

                ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';

                ALTER TABLE users RENAME COLUMN full_name TO name;""");
        assertThat(migrations(database).comparisons().check(script(WANTED)).lines())
                .isEmpty();
        assertThat(database.texts("SELECT id || full_name || mood FROM accounts ORDER BY 1"))
                .containsExactly("1xglad", "2yglad");
        assertThat(database.texts("SELECT last_value::text FROM accounts_id_seq"))
                .containsExactly("2");
        migrations(database).downgrade("base");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(database.texts("SELECT name FROM users ORDER BY 1")).containsExactly("x", "y");
    }

    @Test
    void aNameIsGivenUpBeforeItIsTaken(TestDatabase database) {
        database.execute("CREATE TABLE t (a text, b text); INSERT INTO t VALUES ('1', '2')");

        Autogeneration generated = generate(
                database,
                "CREATE TABLE t (b text, c text)",
                Choices.NONE.withRename("t.a=b").withRename("t.b=c"));

        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("""
                ALTER TABLE t RENAME COLUMN b TO c;

                ALTER TABLE t RENAME COLUMN a TO b;""");
    }

    @Test
    void aValueIsGivenToTheRowsThatAreThere(TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute("CREATE TABLE users (id int, name text); INSERT INTO users VALUES (1, NULL)");
        String wanted = "CREATE TABLE users (id int, name text NOT NULL, mail text NOT NULL, age int NOT NULL)";

        Autogeneration generated = generate(
                database,
                wanted,
                Choices.NONE
                        .withValue("users.mail", "'m' || id")
                        .withValue("users.name", "'n'")
                        .withValue("users.age", "7"));
        write(generated);
        migrations(database).upgrade();

        assertThat(generated.decisions()).isEmpty();
        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("""
                ALTER TABLE users ADD COLUMN mail text;

                UPDATE users SET mail = 'm' || id WHERE mail IS NULL;

                ALTER TABLE users ALTER COLUMN mail SET NOT NULL;

                ALTER TABLE users ADD COLUMN age integer NOT NULL DEFAULT 7;

                ALTER TABLE users ALTER COLUMN age DROP DEFAULT;

                UPDATE users SET name = 'n' WHERE name IS NULL;

                ALTER TABLE users ALTER COLUMN name SET NOT NULL;""");
        assertThat(database.texts("SELECT name || mail || age FROM users")).containsExactly("nm17");
        assertThat(migrations(database).comparisons().check(script(wanted)).lines())
                .isEmpty();
        migrations(database).downgrade("base");
        assertThat(database.texts("SELECT id || name FROM users")).containsExactly("1n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "users.nme=full_name | The database has no table, column, enum value, index or sequence users.nme to rename."
                        + " / Write `--rename users=accounts` for a table, index or sequence, `--rename users.name=full_name`"
                        + " for a column, and `--rename mood.happy=glad` for a value of an enum type. `migration check`"
                        + " shows what differs.",
                "users.name=fullname | The wanted schema has no column users.fullname, which column users.name would be"
                        + " renamed to. / Correct the new name: `migration check` shows what differs.",
                "users.name | `--rename users.name` does not name an old and a new name. / Write `--rename users=accounts`"
                        + " for a table, index or sequence, `--rename users.name=full_name` for a column, and `--rename"
                        + " mood.happy=glad` for a value of an enum type."
            })
    void aRenamingThatDoesNotFitIsRefused(String rename, String message, TestDatabase database) {
        database.execute("CREATE TABLE users (id int, name text)");

        assertThatThrownBy(() -> generate(
                        database, "CREATE TABLE users (id int, full_name text)", Choices.NONE.withRename(rename)))
                .isInstanceOf(ComparisonException.class)
                .hasMessage(message.replace(" / ", "\n"));
    }

    @Test
    void namesThatAreExchangedAreRefused(TestDatabase database) {
        database.execute("CREATE TABLE t (a text, b int)");

        assertThatThrownBy(() -> generate(
                        database,
                        "CREATE TABLE t (a int, b text)",
                        Choices.NONE.withRename("t.a=b").withRename("t.b=a")))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The renamings of column t.a go in a circle.
                        Give one of them a name in between, in a separate revision.""");
    }

    @Test
    void aValueForAColumnThatDoesNotBecomeRequiredIsRefused(TestDatabase database) {
        database.execute("CREATE TABLE users (id int)");

        assertThatThrownBy(() -> generate(
                        database, "CREATE TABLE users (id int, name text)", Choices.NONE.withValue("users.name", "''")))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        There is a value for column users.name, which does not become required without a default.
                        Leave out `--default users.name=…`, or correct the name: `migration check` shows what differs.""");
    }

    private Autogeneration generate(TestDatabase database, String wanted, Choices choices) {
        return migrations(database).comparisons().autogenerate(script(wanted), files().directory(), choices);
    }

    private void write(Autogeneration generated) {
        generated.write(files(), files().directory(), RevisionRequest.of("chosen"));
    }

    private static SchemaScript script(String text) {
        return SchemaScript.of(new ScriptFile("schema.sql", text));
    }

    private NewRevisions files() {
        return new NewRevisions(NewRevisionSettings.in(folder));
    }

    private Migrations migrations(TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .source(() -> new FolderSource(folder).read())
                .build();
    }
}
