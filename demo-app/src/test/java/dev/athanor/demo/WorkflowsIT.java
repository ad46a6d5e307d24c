package dev.athanor.demo;

import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands after one another in a folder of one's own, as in {@link CommandsIT}: from an entity or a message to a revision. */
@ExtendWith(PostgresExtension.class)
class WorkflowsIT {

    private static final String SOURCES = "src/main/resources/db/revisions";

    @TestFactory
    Stream<DynamicTest> fromEntitiesToRevisions(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("revisions"));
        Files.writeString(folder.resolve("broken.sql"), "CREATE TABLE a (b int);\nCREATE TABEL c (d int);\n");
        return CommandCase.run("autogenerate.txt", folder, MigrationProcess.ownFolder());
    }

    @TestFactory
    Stream<DynamicTest> writingBranchingAndMerging(@TempDir Path folder) throws IOException {
        return CommandCase.run("branches.txt", folder, MigrationProcess.ownFolder());
    }

    @TestFactory
    Stream<DynamicTest> theArchivistsWorkflow(@TempDir Path folder) throws IOException {
        copy("org-archivist", folder);
        return CommandCase.run("org-archivist.txt", folder, MigrationProcess.ownFolder());
    }

    @TestFactory
    Stream<DynamicTest> theDocumentManagersFileNamesAndAdoption(@TempDir Path folder) throws IOException {
        copy("exchange-docs", folder);
        Map<String, String> environment = MigrationProcess.ownFolder();
        environment.put("MIGRATION_FILETEMPLATE", "{date:yyyyMMdd_HHmm}-{number}_{slug}");
        return CommandCase.run("exchange-docs.txt", folder, environment);
    }

    @TestFactory
    Stream<DynamicTest> numbersThatAreIds(@TempDir Path folder) throws IOException {
        copy("exchange-docs", folder);
        Map<String, String> environment = MigrationProcess.ownFolder();
        environment.put("MIGRATION_FILETEMPLATE", "{date:yyyyMMdd_HHmm}-{number}_{slug}");
        environment.put("MIGRATION_IDTEMPLATE", "{number}");
        return CommandCase.run("numbered.txt", folder, environment);
    }

    @TestFactory
    Stream<DynamicTest> theSourceBesideTheJar(@TempDir Path folder) throws IOException {
        project(folder);
        return CommandCase.run("sources.txt", folder, Map.of("MIGRATION_DEVELOPMENTLOCATIONS", SOURCES));
    }

    @TestFactory
    Stream<DynamicTest> theJarAlone(@TempDir Path folder) throws IOException {
        project(folder);
        return CommandCase.run("unread-sources.txt", folder, Map.of("MIGRATION_DEVELOPMENTLOCATIONS", ""));
    }

    @TestFactory
    Stream<DynamicTest> lintBeforeAnUpgrade(@TempDir Path folder) throws IOException {
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        revision(revisions, "a1_create_orders", "create orders", "a1", "", """
                -- @upgrade
                CREATE TABLE orders (id int PRIMARY KEY, total numeric(10, 2));
                -- @downgrade
                DROP TABLE orders;
                """);
        revision(revisions, "b1_widen_orders", "widen orders", "b1", "a1", """
                -- @upgrade
                ALTER TABLE orders ALTER COLUMN id TYPE bigint;
                UPDATE orders SET total = 0 WHERE total IS NULL;
                -- @downgrade
                ALTER TABLE orders ALTER COLUMN id TYPE int;
                """);
        revision(revisions, "c1_note_orders", "note orders", "c1", "b1", """
                -- @upgrade
                -- @allow index-blocks-writes: orders has 200 rows
                CREATE INDEX orders_total ON orders (total);
                -- @downgrade
                DROP INDEX orders_total;
                """);
        return CommandCase.run("lint.txt", folder, MigrationProcess.ownFolder());
    }

    private static void revision(Path folder, String file, String message, String id, String revises, String sections)
            throws IOException {
        String header = "-- " + message + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n";
        Files.writeString(folder.resolve(file + ".sql"), header + sections);
    }

    @TestFactory
    Stream<DynamicTest> outsideOfAProject(@TempDir Path folder) throws IOException {
        return CommandCase.run("no-project.txt", folder, Map.of());
    }

    private static void project(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(SOURCES));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("wanted.sql"), "CREATE TABLE extra (id int);\n");
    }

    private static void copy(String system, Path folder) throws IOException {
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        for (ScriptFile file : new ClasspathSource(WorkflowsIT.class.getClassLoader(), "systems/" + system).read()) {
            Files.writeString(revisions.resolve(Path.of(file.location()).getFileName()), file.text());
        }
    }
}
