package dev.athanor.migration.autoconfigure.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.system.ApplicationHome;

/**
 * Represents the project in whose folder a command is typed.
 *
 * @param here the working directory
 * @param module the module that the application is built from, if the working directory is in that project
 */
record CommandProject(Path here, Optional<Path> module) {

    private static final List<String> BUILD_FILES = List.of(
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "BUILD.bazel",
            "BUILD",
            "build.xml",
            "build.sbt",
            "build.mill");
    private static final List<String> ROOT_FILES = List.of("settings.gradle", "settings.gradle.kts", "MODULE.bazel");
    private static final Set<String> OUTPUTS = Set.of("target", "build", "out", "bin");

    static CommandProject of(SpringApplication application) {
        Class<?> main = application.getMainApplicationClass();
        Optional<Path> source = Optional.ofNullable(main)
                .flatMap(type -> Optional.ofNullable(new ApplicationHome(type).getSource()))
                .map(file -> file.toPath().toAbsolutePath().normalize());
        return of(Path.of("").toAbsolutePath(), source);
    }

    /**
     * Finds the project.
     *
     * @param application the jar or the folder that the application's main class is in
     */
    static CommandProject of(Path here, Optional<Path> application) {
        return new CommandProject(
                here,
                application
                        .flatMap(CommandProject::moduleOf)
                        .filter(module -> here.startsWith(module)
                                || module.startsWith(here)
                                        && hasAny(here, Stream.concat(BUILD_FILES.stream(), ROOT_FILES.stream()))));
    }

    private static Optional<Path> moduleOf(Path application) {
        for (Path at = application; at.getParent() != null; at = at.getParent()) {
            if (OUTPUTS.contains(at.getFileName().toString()) && isModule(at.getParent())) {
                return Optional.of(at.getParent());
            }
        }
        return Optional.empty();
    }

    private static boolean isModule(Path folder) {
        return hasAny(folder, BUILD_FILES.stream()) || Files.isDirectory(folder.resolve("src"));
    }

    private static boolean hasAny(Path folder, Stream<String> files) {
        return files.anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Returns whether there is a project at all. */
    boolean exists() {
        return module.isPresent() || hasAny(here, BUILD_FILES.stream());
    }

    /** Returns a folder or file of the project that exists: below the working directory, or below the module. */
    Optional<Path> find(Path path) {
        return module.map(folder -> Stream.of(here, folder))
                .orElse(Stream.of(here))
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .map(this::fromHere);
    }

    /**
     * Returns where a folder of the project would be that does not exist yet; empty where that is no project, or one
     * that
     * only holds others.
     */
    Optional<Path> place(Path path) {
        Path first = path.getName(0);
        if (hasAny(here, BUILD_FILES.stream()) && Files.isDirectory(here.resolve(first))) {
            return Optional.of(path);
        }
        return module.map(folder -> fromHere(folder.resolve(path)));
    }

    /** Returns the path as a person in the working directory writes it. */
    private Path fromHere(Path path) {
        Path root = path.getRoot();
        return root != null
                        && root.equals(here.getRoot())
                        && (path.startsWith(here)
                                || module.filter(path::startsWith).isPresent())
                ? here.relativize(path)
                : path;
    }

    /** Returns the command that builds the application anew. */
    String buildCommand() {
        Path folder = module.orElse(here);
        if (hasAny(folder, Stream.of("pom.xml"))) {
            return tool("mvnw", "mvn") + " clean package";
        }
        if (hasAny(folder, Stream.of("build.gradle", "build.gradle.kts"))) {
            return tool("gradlew", "gradle") + " clean build";
        }
        return "";
    }

    private String tool(String wrapper, String installed) {
        return Files.exists(here.resolve(wrapper)) ? "./" + wrapper : installed;
    }
}
