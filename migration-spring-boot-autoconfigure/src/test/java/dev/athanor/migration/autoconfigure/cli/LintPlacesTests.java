package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintPlacesTests {

    private static final String SOURCES = "src/main/resources/db/revisions";

    @TempDir
    private Path repository;

    @Test
    void aScriptOfTheBuildIsFoundInTheSourceOfTheRepository() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        Path module = module("shop");
        write(module.resolve(SOURCES + "/orders/a1.sql"));
        write(module.resolve("src/main/java/com/example/AddNames.java"));

        for (Path here : List.of(repository, module)) {
            LintPlaces places = places(here, module);

            assertThat(places.path("db/revisions/orders/a1.sql")).isEqualTo("shop/" + SOURCES + "/orders/a1.sql");
            assertThat(places.path("com/example/AddNames.java"))
                    .isEqualTo("shop/src/main/java/com/example/AddNames.java");
            assertThat(places.path("db/revisions/orders/b1.sql")).isEqualTo("db/revisions/orders/b1.sql");
        }
    }

    @Test
    void withoutARepositoryPathsBeginInTheWorkingDirectory() throws IOException {
        Path module = module("shop");
        write(module.resolve(SOURCES + "/a1.sql"));

        assertThat(places(module, module).path("revisions/a1.sql")).isEqualTo(SOURCES + "/a1.sql");
    }

    private LintPlaces places(Path here, Path module) {
        return new LintPlaces(
                new CommandProject(here, Optional.of(module)), List.of(Path.of(SOURCES), Path.of("src/main/java")));
    }

    private Path module(String name) throws IOException {
        Path module = Files.createDirectories(repository.resolve(name));
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        return module;
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "-- @upgrade\n");
    }
}
