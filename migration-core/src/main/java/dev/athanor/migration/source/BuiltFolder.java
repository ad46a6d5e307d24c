package dev.athanor.migration.source;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Represents a folder of the build with scripts.
 *
 * @param application whether the folder belongs to the application and not to a library
 * @param output the build that made it, if it is known
 * @param sources the source folders that it was made from, if they are found
 * @param name the path on the class path
 */
record BuiltFolder(boolean application, Optional<ProjectOutput> output, List<Path> sources, String name) {

    static BuiltFolder of(URL place, String name) {
        Optional<ProjectOutput> output = ProjectOutput.of(place);
        return new BuiltFolder(
                output.isPresent() || ProjectOutput.isApplication(place),
                output,
                output.map(made -> made.sources(name)).orElse(List.of()),
                name);
    }

    /** Tells whether one of the folders is of the project that this is an output of. */
    boolean isMadeFrom(List<SourceFolder> folders) {
        return output.stream().anyMatch(made -> folders.stream().anyMatch(folder -> folder.isBelow(made.project())));
    }

    boolean hasSource(String location) {
        String below = location.substring(name.length() + 1);
        return sources.stream().anyMatch(folder -> Files.exists(folder.resolve(below)));
    }

    String onDisk(String location) {
        return output.map(made -> made.onDisk(location, name)).orElse(location);
    }
}
