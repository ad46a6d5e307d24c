package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.source.FolderSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that were renamed or deleted, and what a build without {@code clean} has left of them. */
class LeftOverScriptsTests {

    @TempDir
    private Path project;

    @BeforeEach
    void aScriptWithItsCopy() throws IOException {
        write("src/main/resources/db/revisions/a.sql", "a", "");
        write("target/classes/db/revisions/a.sql", "a", "");
    }

    @Test
    void aRenamedScriptIsToldByTheCopyThatIsLeft() throws IOException {
        Files.move(
                project.resolve("src/main/resources/db/revisions/a.sql"),
                project.resolve("src/main/resources/db/revisions/renamed.sql"));
        write("target/classes/db/revisions/renamed.sql", "a", "");

        read("target/classes", build -> {
            assertThat(build.leftOvers()).hasSize(1);
            assertThatExceptionOfType(InvalidScriptException.class)
                    .isThrownBy(build::directory)
                    .withMessage("db/revisions/a.sql:1: The source has this script no more, since it was renamed or"
                            + " deleted: " + project + "/target/classes/db/revisions/a.sql is what an earlier build has"
                            + " left of it.\n"
                            + "Build the application from clean, for example with `mvn clean package`.");
        });
    }

    @Test
    void theAdviceForSeveralIsACleanBuildToo() throws IOException {
        Files.move(
                project.resolve("src/main/resources/db/revisions/a.sql"),
                project.resolve("src/main/resources/db/revisions/renamed.sql"));
        write("target/classes/db/revisions/renamed.sql", "a", "");
        write("target/classes/db/revisions/deleted.sql", "b", "a");

        read("target/classes", build -> assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(build::directory)
                .withMessageStartingWith("2 problems in 2 revision scripts:\n")
                .withMessageEndingWith("\nBuild the application from clean, for example with `mvn clean package`."));
    }

    @Test
    void aDeletedScriptIsALeftOver() throws IOException {
        write("target/classes/db/revisions/deleted.sql", "b", "a");

        read("target/classes", build -> {
            assertThat(build.directory().scripts()).hasSize(2);
            assertThat(build.leftOvers())
                    .extracting(leftOver -> leftOver.file())
                    .containsExactly(project + "/target/classes/db/revisions/deleted.sql");
        });
    }

    @Test
    void whatIsWrongWithoutThemIsToldAsItIs() throws IOException {
        write("target/classes/db/revisions/deleted.sql", "b", "a");
        write("src/main/resources/db/revisions/c.sql", "c", "nosuch");
        write("target/classes/db/revisions/c.sql", "c", "nosuch");

        read("target/classes", build -> assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(build::directory)
                .withMessageContaining("db/revisions/c.sql:2: Revision c revises nosuch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/test-classes", "build/resources/test"})
    void testsAreMadeFromTheirOwnSources(String output) throws IOException {
        write("src/test/resources/db/revisions/t.sql", "t", "");
        write(output + "/db/revisions/t.sql", "t", "");
        write(output + "/db/revisions/u.sql", "u", "t");

        read(output, build -> assertThat(build.leftOvers())
                .extracting(leftOver -> leftOver.file())
                .containsExactly(project + "/" + output + "/db/revisions/u.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes", "lib/target", "target/classes"})
    void withoutSourcesNothingIsKnown(String output) throws IOException {
        write("elsewhere/" + output + "/db/revisions/a.sql", "a", "");

        read("elsewhere/" + output, build -> {
            assertThat(build.directory().scripts()).hasSize(1);
            assertThat(build.leftOvers()).isEmpty();
        });
    }

    @Test
    void copiesAreToldFromScriptsThatHaveTheSameIdByMistake() throws IOException {
        write("elsewhere/a.sql", "a", "");
        write("elsewhere/b.sql", "a", "");
        BuildRevisions copies = BuildRevisions.builder()
                .sources(List.of(new FolderSource(project.resolve("elsewhere"))))
                .build();

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(copies::directory)
                .withMessage(project + "/elsewhere/b.sql:1: Revision ID a is that of several scripts: " + project
                        + "/elsewhere/a.sql, " + project + "/elsewhere/b.sql.\n"
                        + "They have the same text: one is a copy, such as a build leaves of a script that was renamed."
                        + " Delete it, or build the application from clean, for example with `mvn clean package`.");
    }

    private void read(String output, Consumer<BuildRevisions> reader) throws IOException {
        URL[] classPath = {project.resolve(output).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            reader.accept(BuildRevisions.builder()
                    .sources(List.of(new ClasspathSource(loader, "db/revisions")))
                    .build());
        }
    }

    private void write(String file, String id, String revises) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "-- Revision ID: " + id + "\n-- Revises: " + revises
                        + "\n\n-- @upgrade\nSELECT 1;\n\n-- @downgrade\nSELECT 1;\n");
    }
}
