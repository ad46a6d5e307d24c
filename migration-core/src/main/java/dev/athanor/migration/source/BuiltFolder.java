package dev.athanor.migration.source;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the build with scripts.
 *
 * @param application whether it is that of the application, not of a library
 * @param output what it is an output of, where that is known
 * @param sources the folders of the source that it was made from, where they are found
 * @param name what it is called on the class path
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
