package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each command as a user types it: the real jar as a process, with everything that it prints, and its exit code. */
@ExtendWith(PostgresExtension.class)
class CommandsIT {

    @TestFactory
    Stream<DynamicTest> onTheDemosRevisions(@TempDir Path folder) throws IOException {
        return run("demo.txt", folder, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> writingBranchingAndMerging(@TempDir Path folder) throws IOException {
        return run("branches.txt", folder, ownFolder());
    }

    @TestFactory
    Stream<DynamicTest> theArchivistsWorkflow(@TempDir Path folder) throws IOException {
        copy("org-archivist", folder);
        return run("org-archivist.txt", folder, ownFolder());
    }

    @TestFactory
    Stream<DynamicTest> theDocumentManagersFileNamesAndAdoption(@TempDir Path folder) throws IOException {
        copy("exchange-docs", folder);
        Map<String, String> environment = ownFolder();
        environment.put("MIGRATION_FILETEMPLATE", "{date:yyyyMMdd_HHmm}-{number}_{slug}");
        return run("exchange-docs.txt", folder, environment);
    }

    private static Map<String, String> ownFolder() {
        return new TreeMap<>(Map.of("MIGRATION_LOCATIONS", "file:revisions", "MIGRATION_DIRECTORY", "revisions"));
    }

    private static void copy(String system, Path folder) throws IOException {
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        for (ScriptFile file : new ClasspathSource(CommandsIT.class.getClassLoader(), "systems/" + system).read()) {
            Files.writeString(revisions.resolve(Path.of(file.location()).getFileName()), file.text());
        }
    }

    /** One after the other on one database, which is dropped behind the last. */
    private static Stream<DynamicTest> run(String cases, Path folder, Map<String, String> environment)
            throws IOException {
        TestDatabase database = PostgresServer.get().createDatabase("commands");
        MigrationProcess process = new MigrationProcess(database, folder, environment);
        return CommandCase.read(cases).stream()
                .map(expected -> DynamicTest.dynamicTest(expected.toString(), () -> check(process, expected)))
                .onClose(() -> PostgresServer.get().dropDatabase(database));
    }

    private static void check(MigrationProcess process, CommandCase expected) throws Exception {
        MigrationProcess.Result result = process.run(expected.arguments());

        assertThat(CommandCase.steady(result.error())).as("standard error").isEqualTo(expected.error());
        assertThat(CommandCase.steady(result.output())).as("standard output").isEqualTo(expected.output());
        assertThat(result.exitCode()).as("exit code").isEqualTo(expected.exitCode());
    }

    @Test
    void aContainersStartLineStopsAtAFailedUpgrade(TestDatabase database, @TempDir Path folder) throws Exception {
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        Path script = revisions.resolve("a1.sql");
        String broken = "-- first\n--\n-- Revision ID: a1\n\n-- @upgrade\nSELEC 1;\n-- @downgrade\nSELECT 1;\n";
        Files.writeString(script, broken);
        MigrationProcess process = new MigrationProcess(database, folder, ownFolder());

        MigrationProcess.Result stopped = process.shell("%s migration upgrade head && echo serving");
        Files.writeString(script, broken.replace("SELEC ", "SELECT "));
        MigrationProcess.Result served = process.shell("%s migration upgrade head && echo serving");

        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.output()).doesNotContain("serving");
        assertThat(served.exitCode()).isZero();
        assertThat(served.output()).endsWith("serving\n");
    }

    @Test
    void worksFromAnExtractedJarAsWell(TestDatabase database, @TempDir Path folder) throws Exception {
        MigrationProcess process = new MigrationProcess(database, folder, Map.of());
        process.shell("java -Djarmode=tools -jar \"$DEMO_JAR\" extract --destination extracted");

        MigrationProcess.Result result = process.shell("java -jar extracted/*.jar migration current --check-heads");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.error())
                .isEqualTo("The database has no revision: it is at base.\n"
                        + "The database is at base, the heads are e5207bc81f96.\n");
    }
}
