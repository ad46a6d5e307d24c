package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandProjectTests {

    private static final Path SOURCES = Path.of("src/main/resources/db/revisions");

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "build.gradle", "build.gradle.kts"})
    void theWorkingDirectoryIsAProjectByItsBuildFile(String buildFile) throws IOException {
        create(buildFile);
        Files.createDirectories(root.resolve(SOURCES));

        CommandProject project = CommandProject.of(root, Optional.empty());

        assertThat(project.exists()).isTrue();
        assertThat(project.find(SOURCES)).contains(SOURCES);
    }

    @Test
    void aFolderWithoutABuildFileIsNone() throws IOException {
        Files.createDirectories(root.resolve(SOURCES));

        assertThat(CommandProject.of(root, Optional.empty()).exists()).isFalse();
        assertThat(CommandProject.of(root, Optional.of(Path.of("/opt/app.jar"))).place(Path.of("src/x")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop/target/shop.jar",
        "shop/target/classes",
        "shop/build/libs/shop.jar",
        "shop/build/classes/java/main",
        "shop/out/production/classes",
        "shop/bin/main"
    })
    void fromTheRootOfSeveralModulesTheOneThatRunsIsFound(String application) throws IOException {
        create("pom.xml");
        create("shop/pom.xml");
        create(application);
        Files.createDirectories(root.resolve("shop").resolve(SOURCES));

        CommandProject project = CommandProject.of(root, Optional.of(root.resolve(application)));

        assertThat(project.find(SOURCES)).contains(Path.of("shop").resolve(SOURCES));
        assertThat(project.place(Path.of("src/main/java"))).contains(Path.of("shop/src/main/java"));
        assertThat(project.place(Path.of("db/revisions"))).contains(Path.of("shop/db/revisions"));
    }

    @Test
    void fromAFolderInTheProjectTheProjectIsFound() throws IOException {
        create("pom.xml");
        create("target/app.jar");
        Files.createDirectories(root.resolve(SOURCES));

        CommandProject project = CommandProject.of(root.resolve("target"), Optional.of(root.resolve("target/app.jar")));

        assertThat(project.find(SOURCES)).contains(Path.of("..").resolve(SOURCES));
    }

    @Test
    void aModuleElsewhereIsNotThatOfTheWorkingDirectory() throws IOException {
        create("elsewhere/pom.xml");
        create("elsewhere/target/app.jar");
        Files.createDirectories(root.resolve("here"));

        Optional<Path> application = Optional.of(root.resolve("elsewhere/target/app.jar"));

        assertThat(CommandProject.of(root.resolve("here"), application).exists())
                .isFalse();
        assertThat(CommandProject.of(root, application).exists()).isFalse();
    }

    @Test
    void aProjectThatOnlyHoldsModulesHasNoPlaceForARevision() throws IOException {
        create("pom.xml");
        create("shop/pom.xml");

        assertThat(CommandProject.of(root, Optional.empty()).place(SOURCES)).isEmpty();
        Files.createDirectories(root.resolve("src/main/java"));
        assertThat(CommandProject.of(root, Optional.empty()).place(SOURCES)).contains(SOURCES);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, mvnw, ./mvnw clean package",
        "pom.xml, other, mvn clean package",
        "build.gradle, gradlew, ./gradlew clean build",
        "build.gradle.kts, other, gradle clean build",
        "build.sbt, mvnw, ''"
    })
    void theBuildCommandIsThatOfTheBuildTool(String buildFile, String wrapper, String command) throws IOException {
        create(buildFile);
        create(wrapper);

        assertThat(CommandProject.of(root, Optional.empty()).buildCommand()).isEqualTo(command);
    }

    private void create(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        if (path.getFileName().toString().contains(".")
                || path.getFileName().toString().endsWith("w")) {
            Files.writeString(path, "");
        } else {
            Files.createDirectories(path);
        }
    }
}
