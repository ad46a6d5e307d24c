package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.takeover.ForeignFile;
import dev.athanor.migration.takeover.ImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the files in the locations of Flyway, on the class path or in folders.
 *
 * @param project the project in which relative folders are looked for
 */
record FlywayLocations(CommandProject project) {

    private static final byte[] NOTHING = {};

    /**
     * Returns the files of the locations, each once.
     *
     * @throws MigrationException if a folder is missing or cannot be read
     */
    List<ForeignFile> read(List<String> locations) {
        Map<String, ForeignFile> files = new LinkedHashMap<>();
        for (String written : locations) {
            String location = written.strip().replace("{vendor}", "postgresql");
            try {
                List<ForeignFile> found = location.startsWith("classpath:")
                        ? onClassPath(location.substring("classpath:".length()))
                        : isFolder(location) ? inFolder(location) : onClassPath(location);
                found.forEach(file -> files.putIfAbsent(file.location(), file));
            } catch (IOException e) {
                throw new ImportException(
                        "Location " + written + " cannot be read: " + e.getMessage(),
                        "Let the command read it, or name another one with --location.",
                        e);
            }
        }
        return List.copyOf(files.values());
    }

    /** Returns whether a location is a folder: Flyway takes one without a prefix for a package, if it is no folder. */
    private boolean isFolder(String location) {
        return location.startsWith("filesystem:")
                || project.find(Path.of(location)).filter(Files::isDirectory).isPresent();
    }

    private List<ForeignFile> onClassPath(String written) throws IOException {
        String root = written.replaceAll("^/+|/+$", "");
        List<ForeignFile> files = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "/**/*")) {
            String url = resource.getURL().toString();
            String name = resource.getFilename();
            if (name == null || name.isEmpty() || url.endsWith("/") || !resource.isReadable()) {
                continue;
            }
            String path = url.substring(url.lastIndexOf("/" + root + "/") + root.length() + 2);
            files.add(
                    name.endsWith(".class")
                            ? new ForeignFile(root + "/" + path, NOTHING)
                            : new ForeignFile(path, resource.getContentAsByteArray()));
        }
        files.sort(Comparator.comparing(ForeignFile::location));
        return files;
    }

    private List<ForeignFile> inFolder(String location) throws IOException {
        Path written = Path.of(location.replaceFirst("^filesystem:", ""));
        Path folder = project.find(written).orElse(written);
        if (!Files.isDirectory(folder)) {
            throw new ImportException(
                    "Folder " + written + " of Flyway does not exist.",
                    "Name the folder of its migrations with --location, such as --location"
                            + " filesystem:src/main/resources/db/migration.");
        }
        List<ForeignFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new ForeignFile(
                        folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
