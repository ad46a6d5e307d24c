package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.MigrationProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where the repository has a script that the build has at another place, so that code scanning and pull requests
 * show findings beside its lines.
 *
 * @param project the project that the command is typed in
 * @param folders the folders of the source that may have the script
 */
record LintPlaces(CommandProject project, List<Path> folders) {

    LintPlaces {
        folders = List.copyOf(folders);
    }

    static LintPlaces of(CommandProject project, MigrationProperties properties) {
        Locations locations = Locations.of(properties);
        List<Path> folders = new ArrayList<>();
        properties.directory().forEach(directory -> folders.add(Path.of(directory)));
        locations.usualSources().forEach(folders::add);
        folders.addAll(locations.folders());
        folders.add(Path.of(properties.javaDirectory()));
        return new LintPlaces(project, folders);
    }

    /** Returns the path of a script in the repository, or its location if the repository does not have it. */
    String path(String location) {
        Path script = Path.of(location);
        return Stream.concat(project.find(script).stream(), folders.stream().flatMap(folder -> in(folder, script)))
                .map(found -> project.here().resolve(found).toAbsolutePath().normalize())
                .findFirst()
                .map(this::inRepository)
                .orElse(location)
                .replace('\\', '/');
    }

    /** Returns the script in a folder of the source, whose own name a location may begin with. */
    private Stream<Path> in(Path folder, Path script) {
        Optional<Path> found = project.find(folder);
        if (script.isAbsolute() || found.isEmpty()) {
            return Stream.empty();
        }
        Path at = project.here().resolve(found.get());
        return Stream.iterate(0, index -> index < script.getNameCount(), index -> index + 1)
                .map(index -> at.resolve(script.subpath(index, script.getNameCount())))
                .filter(Files::isRegularFile)
                .limit(1);
    }

    private String inRepository(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder.relativize(file).toString();
            }
        }
        Path here = project.here().toAbsolutePath().normalize();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
