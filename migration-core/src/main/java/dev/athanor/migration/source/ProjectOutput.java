package dev.athanor.migration.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Represents what a build or an IDE has made from a project's sources: a folder such as {@code target/classes}, or a
 * jar in {@code target}.
 *
 * @param project the folder of the project, in which {@code src} is
 * @param place the folder or the jar
 */
record ProjectOutput(Path project, Path place) {

    private static final Set<String> OUTPUTS = Set.of("target", "build", "out", "bin");
    private static final Pattern IN_JAR = Pattern.compile("jar:(?:nested|file):(.*?)/?!/?(.*)");

    /** Returns the output that a folder on the class path is in; empty for that of a library. */
    static Optional<ProjectOutput> of(URL found) {
        String url = found.toExternalForm();
        if (url.startsWith("file:")) {
            return path(url.substring("file:".length())).flatMap(ProjectOutput::around);
        }
        Matcher inJar = IN_JAR.matcher(url);
        return inJar.matches()
                ? path(inJar.group(1)).filter(jar -> isOwn(jar, url)).flatMap(ProjectOutput::around)
                : Optional.empty();
    }

    /** Tells whether the folder is that of an application in its own jar, and of no library in it. */
    static boolean isApplication(URL found) {
        return found.toExternalForm().matches(".*!/?(BOOT|WEB)-INF/classes/.*");
    }

    /**
     * Returns whether a jar is the project's own. A jar without an application counts only in the folder of the
     * build, because others are copied there.
     */
    private static boolean isOwn(Path jar, String url) {
        if (url.startsWith("jar:nested:")) {
            return url.matches(".*!/?(BOOT|WEB)-INF/classes/.*");
        }
        return jar.getParent() != null
                && (jar.getParent().endsWith("target") || jar.getParent().endsWith("build/libs"));
    }

    private static Optional<Path> path(String url) {
        try {
            return Optional.of(Path.of(new URI("file:" + url.replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    private static Optional<ProjectOutput> around(Path place) {
        for (Path at = place; at.getParent() != null && at.getFileName() != null; at = at.getParent()) {
            if (OUTPUTS.contains(at.getFileName().toString()) && Files.isDirectory(at.resolveSibling("src"))) {
                return Optional.of(new ProjectOutput(at.getParent(), place));
            }
        }
        return Optional.empty();
    }

    /** Returns the folders of that name in the project's sources: {@code src/main/resources/db/revisions}. */
    List<Path> sources(String name) {
        List<Path> sources = new ArrayList<>();
        for (Path set : folders(project.resolve("src"))) {
            for (Path root : folders(set)) {
                Path source = root.resolve(name);
                if (Files.isDirectory(source)) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }

    /**
     * Returns what a file of the class path is called on disk; in a jar, with the jar.
     *
     * @param name of the folder on the class path, which a folder that is a place is
     */
    String onDisk(String location, String name) {
        if (Files.isDirectory(place)) {
            return fromHere(place.resolve(location.substring(name.length() + 1)));
        }
        return location + " in " + fromHere(place);
    }

    private static String fromHere(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return SourceFolder.slashes(path.startsWith(here) ? here.relativize(path) : path);
    }

    private static List<Path> folders(Path folder) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(folders::add);
        } catch (IOException unreadable) {
            // nothing is known of its sources then, and nothing is said of them
            return List.of();
        }
        return folders;
    }
}
