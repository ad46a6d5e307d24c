package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Checks which revisions are written, which are refused, and that the attempt leaves nothing in the database. */
@ExtendWith(PostgresExtension.class)
class AutogenerateIT {

    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n";

    @TempDir
    private Path folder;

    @Test
    void aWholeFileIsARevisionOnTheHead(TestDatabase database) throws IOException {
        write(
                database,
                USERS,
                RevisionRequest.builder("add users").revisionId("a1").build());
        migrations(database).upgrade();

        List<WrittenRevision> written = write(
                database,
                USERS + "CREATE INDEX by_name ON users (name);",
                RevisionRequest.builder("find users by name").revisionId("b2").build());

        assertThat(Files.readString(written.get(0).path()).replaceFirst("Create Date: \\S+", "Create Date: now"))
                .isEqualTo("""
                        -- find users by name
                        --
                        -- Revision ID: b2
                        -- Revises: a1
                        -- Create Date: now

                        -- @upgrade
                        CREATE INDEX by_name ON users (name);

                        -- @downgrade
                        DROP INDEX by_name;
                        """);
    }

    @Test
    void whatFollowsWithoutATransactionIsARevisionOfItsOwn(TestDatabase database) {
        write(
                database,
                USERS,
                RevisionRequest.builder("add users").revisionId("a1").build());
        migrations(database).upgrade();
        database.execute("INSERT INTO users VALUES (1, 'x')");

        List<WrittenRevision> written = write(
                database,
                "CREATE TABLE users (id bigint PRIMARY KEY, name text CHECK (name <> ''), age int);"
                        + "CREATE INDEX by_name ON users (name);",
                RevisionRequest.builder("find users").revisionId("b2").build());

        assertThat(written).hasSize(2);
        assertThat(written.get(1).script().message()).isEqualTo("find users, concurrently");
        assertThat(written.get(1).script().revision().downRevisions().get(0).value())
                .isEqualTo("b2");
        migrations(database).upgrade();
        assertThat(generation(database, USERS).isEmpty()).isFalse();
        migrations(database).downgrade("a1");
        assertThat(migrations(database).comparisons().check(script(USERS)).matches())
                .isTrue();
    }

    @Test
    void locksAreTakenWhenTheyAreAccepted(TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute(USERS + "; INSERT INTO users VALUES (1, 'x')");
        ComparisonSettings settings = ComparisonSettings.defaults();

        Autogeneration generated = migrations(database)
                .comparisons(settings.withOptions(settings.options().withLocks(DiffOptions.Locks.ACCEPTED)))
                .autogenerate(script(USERS + "CREATE INDEX by_name ON users (name);"), files().directory());

        assertThat(generated.revisions()).hasSize(1);
        assertThat(generated.revisions().get(0).upgrade()).isEqualTo("CREATE INDEX by_name ON users (name);");
    }

    @Test
    void nothingIsWrittenWhenNothingDiffers(TestDatabase database) throws IOException {
        database.execute(USERS);

        assertThat(write(database, USERS, RevisionRequest.of("nothing"))).isEmpty();
        assertThat(filesThere()).isEmpty();
    }

    @Test
    void aDatabaseThatIsNotAtHeadIsRefused(TestDatabase database) {
        write(
                database,
                USERS,
                RevisionRequest.builder("add users").revisionId("a1").build());

        assertThatThrownBy(() -> generation(database, USERS))
                .isInstanceOf(ComparisonException.class)
                .hasMessage("""
                        The database is at base, and the revisions lead to a1: what is between would be generated a second time.
                        Run `migration upgrade heads` first, or `migration stamp heads` where the schema is there already.""");
    }

    @Test
    void aTableInUseIsNotWaitedForLong(TestDatabase database) throws Exception {
        database.execute(USERS);
        ComparisonSettings settings = ComparisonSettings.defaults().withLockTimeout(java.time.Duration.ofMillis(100));
        try (java.sql.Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT count(*) FROM users");

            assertThat(migrations(database)
                            .comparisons(settings)
                            .check(script(USERS))
                            .matches())
                    .isTrue();
            assertThatThrownBy(() -> migrations(database)
                            .comparisons(settings)
                            .autogenerate(script("CREATE TABLE users (id bigint PRIMARY KEY);"), files().directory()))
                    .isInstanceOf(UnprovenException.class)
                    .hasMessage("""
                            The generated upgrade does not run on this database:
                                ALTER TABLE users DROP COLUMN name
                            ERROR: canceling statement due to lock timeout (SQLState 55P03)
                            Another session uses the table: try again, or generate against a database of your own. No file was\
                             written, and all was rolled back.""");
        }
    }

    @Test
    void aRoleThatDoesNotOwnTheTablesIsToldSo(TestDatabase database) {
        database.execute("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN PASSWORD 'stranger';" + USERS
                + "GRANT CREATE ON DATABASE " + database.name() + " TO stranger");
        try {
            Migrations stranger = Migrations.builder(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                            database.url(), "stranger", "stranger"))
                    .source(List::of)
                    .build();

            assertThatThrownBy(() -> stranger.comparisons()
                            .autogenerate(script("CREATE TABLE users (id bigint PRIMARY KEY);"), files().directory()))
                    .isInstanceOf(UnprovenException.class)
                    .hasMessage("""
                            The generated upgrade does not run on this database:
                                ALTER TABLE users DROP COLUMN name
                            ERROR: must be owner of table users (SQLState 42501)
                            Generate as the role that migrations run as: it owns the tables. No file was written, and all was\
                             rolled back.""");
        } finally {
            database.execute("DROP OWNED BY stranger; DROP ROLE stranger");
        }
    }

    @Test
    void aSecondFileThatDoesNotFitTakesTheFirstOneBack(TestDatabase database) throws IOException {
        migrations(database).ensureVersion();
        database.execute(USERS + "; INSERT INTO users VALUES (1, 'x')");
        Autogeneration generated = generation(
                database,
                "CREATE TABLE users (id bigint PRIMARY KEY, name text, age int); CREATE INDEX by_name ON users (name);");
        ScriptDirectory directory = files().directory();
        NewRevisions oneName = new NewRevisions(new NewRevisionSettings(
                List.of(folder),
                dev.athanor.migration.template.ScriptTemplate.standard(),
                dev.athanor.migration.template.FileTemplate.of("{year}", 40),
                java.time.ZoneOffset.UTC,
                dev.athanor.migration.script.Placeholders.none()));

        assertThatThrownBy(() -> generated.write(oneName, directory, RevisionRequest.of("two")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("exists already");
        assertThat(filesThere()).isEmpty();
    }

    @Test
    void inJavaItIsReversibleWhereEachOperationIs(TestDatabase database) throws IOException {
        List<WrittenRevision> written = generation(database, USERS + "CREATE INDEX by_name ON users (name);")
                .write(
                        files(),
                        files().directory(),
                        RevisionRequest.builder("add users").revisionId("a1").build(),
                        new JavaSources(folder, "shop.revisions", 40));

        assertThat(Files.readString(written.get(0).path())
                        .replaceFirst("createDate = \"[^\"]+\"", "createDate = \"now\""))
                .isEqualTo("""
                        package shop.revisions;

                        import dev.athanor.migration.revision.Operations;
                        import dev.athanor.migration.revision.ReversibleRevision;
                        import dev.athanor.migration.revision.RevisionHeader;

                        @RevisionHeader(
                                id = "a1",
                                message = "add users",
                                createDate = "now")
                        public final class AddUsers implements ReversibleRevision {

                            @Override
                            public void change(Operations op) {
                                op.createTable("users", t -> {
                                    t.column("id", "bigint");
                                    t.column("name", "text");
                                    t.primaryKey("id");
                                    t.index("by_name", i -> i.on("name"));
                                });
                            }
                        }
                        """);
    }

    @Test
    void inJavaItHasTwoWaysWhereTheWayBackIsAnother(TestDatabase database) throws IOException {
        database.execute("CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE users (name text, mood mood)");

        List<WrittenRevision> written = generation(
                        database,
                        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE users (full_name text, mood mood);")
                .write(
                        files(),
                        files().directory(),
                        RevisionRequest.builder("moods").revisionId("a1").build(),
                        new JavaSources(folder, "shop.revisions", 40));

        String text = Files.readString(written.get(0).path());
        assertThat(text.substring(text.indexOf("public final"))).isEqualTo("""
                public final class Moods implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {
                        // Is column users.full_name a new name for column users.name?
                        // If so, write this in place of adding the one and dropping the other:
                        //     op.renameColumn("users", "name", "full_name");
                        // Lesser finding, since PostgreSQL cannot move columns:
                        // table users: columns in the order mood, full_name instead of full_name, mood.
                        op.addEnumValue("mood", "ok", v -> v.existing("sad").usedBy("users", "mood"));
                        op.addColumn("users", "full_name", "text");
                        // Destructive: the downgrade does not bring back what is lost here.
                        op.dropColumn("users", "name", "text");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Is column users.full_name a new name for column users.name?
                        // If so, write this here:
                        //     op.renameColumn("users", "full_name", "name");
                        // Lesser finding, since PostgreSQL cannot move columns:
                        // table users: columns in the order mood, name instead of name, mood.
                        // Fails where rows hold 'ok', which the upgrade allows.
                        op.rebuildEnum("mood", e -> e.from("sad", "ok").to("sad").usedBy("users", "mood"));
                        op.addColumn("users", "name", "text");
                        op.dropColumn("users", "full_name", "text");
                    }
                }
                """);
    }

    @Test
    void inJavaACommentSaysWhatIsToDecide(TestDatabase database) throws IOException {
        database.execute(USERS + "; INSERT INTO users VALUES (1, 'x')");

        List<WrittenRevision> written = generation(
                        database, "CREATE TABLE users (id bigint PRIMARY KEY, name text, mail text NOT NULL);")
                .write(
                        files(),
                        files().directory(),
                        RevisionRequest.builder("mails").revisionId("a1").build(),
                        new JavaSources(folder, "shop.revisions", 40));

        String text = Files.readString(written.get(0).path());
        assertThat(text.substring(text.indexOf("public final"))).isEqualTo("""
                public final class Mails implements JavaRevision {

                    @Override
                    public void upgrade(Operations op) {
                        // To decide: Column users.mail is required and has no default, and table users has rows.
                        // Decide which value these rows get: it stands in the UPDATE.
                        // For a large table, move the UPDATE into a separate revision that runs in batches.
                        // Then uncomment these statements, and those of the downgrade:
                        //     op.addColumn("users", "mail", "text");
                        //     op.execute("UPDATE users SET mail = '' WHERE mail IS NULL");
                        //     op.alterColumn("users", "mail", c -> c.notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Uncomment this with the statements of the upgrade for column users.mail:
                        //     op.dropColumn("users", "mail", "text", c -> c.notNull());
                    }
                }
                """);
    }

    @Test
    void aDraftFollowsWhatIsProven(TestDatabase database) throws IOException {
        database.execute(USERS + "; INSERT INTO users VALUES (1, 'x')");

        List<WrittenRevision> written = generation(
                        database, "CREATE TABLE users (id bigint PRIMARY KEY, name text, mail text NOT NULL, age int);")
                .withDraft()
                .write(
                        files(),
                        files().directory(),
                        RevisionRequest.builder("mails").revisionId("a1").build());

        assertThat(written).hasSize(2);
        assertThat(Files.readString(written.get(1).path())
                        .replaceFirst("Revision ID: \\S+", "Revision ID: b2")
                        .replaceFirst("Create Date: \\S+", "Create Date: now"))
                .isEqualTo("""
                -- mails, to decide
                --
                -- Revision ID: b2
                -- Revises: a1
                -- Create Date: now
                -- Draft: Column users.mail is required and has no default, and table users has rows.

                -- @upgrade
                -- To decide: Column users.mail is required and has no default, and table users has rows.
                -- Decide which value these rows get: it stands in the UPDATE.
                -- For a large table, move the UPDATE into a separate revision that runs in batches.
                ALTER TABLE users ADD COLUMN mail text;

                UPDATE users SET mail = '' WHERE mail IS NULL;

                ALTER TABLE users ALTER COLUMN mail SET NOT NULL;

                -- @downgrade
                ALTER TABLE users DROP COLUMN mail;
                """);
    }

    private List<WrittenRevision> write(TestDatabase database, String wanted, RevisionRequest request) {
        return generation(database, wanted).write(files(), files().directory(), request);
    }

    private Autogeneration generation(TestDatabase database, String wanted) {
        return migrations(database).comparisons().autogenerate(script(wanted), files().directory());
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

    private List<Path> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
