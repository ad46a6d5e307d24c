package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.autoconfigure.FlywayFixture.Result;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code migration import alembic} of a project whose SQL Alembic 1.8 has printed. With Alembic on the path, one test runs
 * it.
 */
@ExtendWith(PostgresExtension.class)
class AlembicImportIT {

    private static final Path PROJECT = Path.of("src/test/resources/alembic-project");

    @TempDir
    private Path folder;

    private FlywayFixture project;

    @BeforeEach
    void copyTheProject(TestDatabase database) throws IOException {
        project = new FlywayFixture(folder, database);
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PROJECT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        // what Alembic sends, up to the revision before the one that it cannot print
        for (String step : List.of("a1b2c3d4e5f6", "b1", "c1", "d1", "e1", "f1")) {
            String printed = Files.readString(folder.resolve("alembic-sql/" + step + ".up.sql"));
            String own = printed.substring(printed.lastIndexOf("-- Running"));
            String table = printed.contains("CREATE TABLE alembic_version")
                    ? "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));\n"
                    : "";
            database.executeAll(table + own.replace("COMMIT;", "").replace("BEGIN;", ""));
        }
    }

    private Result imported(String... more) {
        String[] command = Stream.concat(
                        Stream.of(
                                "import",
                                "alembic",
                                "--versions",
                                folder.resolve("alembic/versions").toString(),
                                "--migration.version-table=alembic_version"),
                        Stream.of(more))
                .toArray(String[]::new);
        return project.run(command);
    }

    private Result imported() {
        return imported("--sql-folder", folder.resolve("alembic-sql").toString());
    }

    @Test
    void theGraphStaysAndTheVersionTableIsContinued(TestDatabase database) throws Exception {
        Result imported = imported();

        assertThat(imported.error()).isEmpty();
        assertThat(imported.output()).isEqualTo("""
                Alembic: 6 revisions applied, 1 pending, 7 files to write.
                  a1b2c3d4e5f6 from a1_create_documents.py: counted as applied
                  b1 from b1.py: counted as applied
                  c1 from c1.py: counted as applied
                  d1 from d1.py: counted as applied
                  e1 from e1.py: counted as applied
                  f1 from f1.py: counted as applied
                  g1 from g1.py: pending

                To know:
                  Revision f1 is irreversible: its downgrade could not be printed.
                  Revision g1 has no SQL: Alembic cannot print a script that reads from the database. Its file is a draft. Write its statements there, or as a revision in Java, and remove the line `-- Draft:`.

                Nothing differs between the database and its own revisions up to f1.

                Written: 7 files, 6 rows of history, and the version table at f1. Nothing of Alembic was changed. The files:
                  <dir>/revisions/a1b2c3d4e5f6_create_documents.sql
                  <dir>/revisions/b1_add_status.sql
                  <dir>/revisions/c1_add_sections.sql
                  <dir>/revisions/d1_merge_b1_and_c1.sql
                  <dir>/revisions/e1_index_without_a_transaction.sql
                  <dir>/revisions/f1_status_to_active.sql
                  <dir>/revisions/g1_copy_titles_row_by_row.sql

                Next, set these properties:
                  migration.version-table=alembic_version
                """);
        assertThat(project.revision("c1_add_sections.sql")).isEqualTo("""
                -- add sections
                --
                -- Revision ID: c1
                -- Revises: a1b2c3d4e5f6
                -- Depends On: b1
                -- Create Date: 2024-02-02T03:04:05+02:00
                -- Alembic: c1.py

                -- @upgrade
                CREATE TABLE sections (
                    id SERIAL NOT NULL,\s
                    PRIMARY KEY (id)
                );

                -- @downgrade
                DROP TABLE sections;
                """);
        assertThat(project.revision("b1_add_status.sql")).contains("-- Branch Labels: status\n");
        assertThat(project.revision("d1_merge_b1_and_c1.sql")).contains("-- Revises: b1, c1\n");
        assertThat(project.revision("e1_index_without_a_transaction.sql"))
                .contains("-- @upgrade transaction=none\nCREATE INDEX CONCURRENTLY");
        assertThat(project.revision("f1_status_to_active.sql")).contains("-- @downgrade irreversible\n");
        assertThat(database.texts("SELECT version_num FROM alembic_version")).containsExactly("f1");
        assertThat(database.texts("SELECT direction || ' ' || note FROM migration_history"))
                .hasSize(6)
                .containsOnly("stamp imported from Alembic");

        TestDatabase fresh = PostgresServer.get().createDatabase("fresh");
        project.run(fresh, "upgrade", "f1", "--migration.version-table=alembic_version");
        assertThat(CatalogSnapshot.of(fresh)).isEqualTo(CatalogSnapshot.of(database));
        PostgresServer.get().dropDatabase(fresh);
    }

    @Test
    void withoutTheSqlTheLoopThatPrintsItIsShown() {
        Result refused = imported("--sql-folder", "nowhere");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.error()).isEqualTo("""
                FAILED: There is no folder nowhere with the SQL of the scripts.
                Make it with this loop in the folder of alembic.ini, and import again; or import with --run, where alembic is on the path:

                mkdir -p nowhere
                for step in base:a1b2c3d4e5f6 a1b2c3d4e5f6:b1 a1b2c3d4e5f6:c1 b1:d1 \\
                     d1:e1 e1:f1 f1:g1; do
                  from=${step%%:*}; to=${step##*:}
                  alembic upgrade "$from:$to" --sql > nowhere/$to.up.sql
                  alembic downgrade "$to:$from" --sql > nowhere/$to.down.sql
                done
                """);
    }

    @Test
    void aComputedIdIsNamedWithItsLine() throws Exception {
        Files.writeString(folder.resolve("alembic/versions/x.py"), "\"\"\"x\"\"\"\n\nrevision = make_id()\n");

        assertThat(imported().error()).isEqualTo("""
                FAILED: x.py:3: `revision` is computed by `make_id()`, and the script is not run.
                Write its value as a string, None, or a tuple of strings, and import again.
                """);
    }

    @Test
    void aDatabaseOfANewerReleaseIsRefused(TestDatabase database) {
        database.execute("UPDATE alembic_version SET version_num = 'z9'");

        assertThat(imported().error()).isEqualTo("""
                FAILED: The table alembic_version is at z9, which no script of Alembic has.
                Take the scripts of the release that upgraded this database, and import again.
                """);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(project.run("import", "alembic", "--versions", "nowhere").error())
                .isEqualTo("""
                FAILED: The folder nowhere, in which Alembic's scripts are looked for, does not exist.
                Name the folder that has them with --versions.
                """);
    }

    @Test
    void alembicItselfPrintsTheSameSql() throws Exception {
        assumeTrue(hasAlembic(), "Alembic is not on the path, so it prints nothing here");

        String folderOfIni = folder.toString();
        Result printed = imported("--dry-run", "--run", "--json");
        Result read = imported("--dry-run", "--json", "--sql-folder", folderOfIni + "/alembic-sql");

        assertThat(printed.error()).isEmpty();
        assertThat(printed.output()).isEqualTo(read.output());
    }

    private static boolean hasAlembic() throws InterruptedException {
        try {
            return new ProcessBuilder("alembic", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
