package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.MigrationProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds the locations of revisions as places that a source folder can lead to. */
record Locations(List<String> onClassPath, List<Path> folders) {

    static Locations of(MigrationProperties properties) {
        List<String> all = properties.locations().stream().map(String::strip).toList();
        return new Locations(
                all.stream()
                        .filter(location -> !isFolder(location))
                        .map(location ->
                                location.replaceFirst("^classpath\\*?:", "").replaceAll("^/+|/+$", ""))
                        .toList(),
                all.stream()
                        .filter(Locations::isFolder)
                        .map(location -> absolute(Path.of(withoutPrefix(location))))
                        .toList());
    }

    private static boolean isFolder(String location) {
        return !location.equals(withoutPrefix(location));
    }

    /** Returns the path of a folder that may be written as a location. */
    static String withoutPrefix(String location) {
        return location.replaceFirst("^file(?:system)?:(?://)?", "");
    }

    /** Tells whether a build puts the files of the folder where a location finds them. */
    boolean areBuiltFrom(Path folder) {
        String path = "/" + absolute(folder).toString().replace('\\', '/') + "/";
        return onClassPath.stream().anyMatch(location -> path.contains("/" + location + "/"));
    }

    /** Tells whether the folder is a location itself, or in one. */
    boolean contain(Path folder) {
        return folders.stream().anyMatch(absolute(folder)::startsWith);
    }

    /** Returns where the usual layout of a project has what the class path has. */
    Stream<Path> usualSources() {
        return onClassPath.stream().map(Path.of("src/main/resources")::resolve);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
