package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.MigrationProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which folders commands read where no property names them. */
class CommandSourcesTests {

    private static final Path SOURCES = Path.of("src/main/resources/db/revisions");

    @TempDir
    private Path project;

    @Test
    void theFolderOfAProjectIsFound() throws IOException {
        Files.createDirectories(project.resolve(SOURCES));
        assertThat(found(Map.of())).isEmpty();

        Files.writeString(project.resolve("pom.xml"), "");
        assertThat(found(Map.of())).containsExactly(SOURCES);
    }

    @Test
    void aFolderThatNoLocationIsBuiltFromIsNot() throws IOException {
        Files.writeString(project.resolve("build.gradle"), "");
        Files.createDirectories(project.resolve(SOURCES));
        Files.createDirectories(project.resolve("src/main/resources/db/changes"));

        assertThat(found(Map.of("migration.locations", "classpath:db/changes,file:" + SOURCES)))
                .containsExactly(Path.of("src/main/resources/db/changes"));
    }

    @Test
    void severalFoldersAreFoundInTheirOrder() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "");
        Files.createDirectories(project.resolve(SOURCES).resolve("shop"));
        Files.createDirectories(project.resolve("src/main/kotlin/db/revisions"));

        assertThat(found(Map.of(
                        "migration.locations",
                        "classpath*:/db/revisions/",
                        "migration.directory",
                        "src/main/kotlin/db/revisions," + SOURCES + "/shop,nowhere/db/revisions")))
                .containsExactly(Path.of("src/main/kotlin/db/revisions"), SOURCES.resolve("shop"), SOURCES);
    }

    private List<Path> found(Map<String, String> properties) {
        return CommandSources.found(
                new Binder(new MapConfigurationPropertySource(properties))
                        .bindOrCreate("migration", MigrationProperties.class),
                CommandProject.of(project, Optional.empty()));
    }
}
