package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Reads the {@code *.sql} files of a folder on the class path and of its subfolders: in directories, in jars and in
 * nested jars, wherever the class loader finds the folder.
 *
 * @since 0.1.0
 */
public final class ClasspathSource implements RevisionSource {

    private final ClassLoader loader;
    private final String folder;

    /**
     * Creates a source.
     *
     * @param loader the class loader to search
     * @param folder the path of the folder, such as {@code db/revisions}; leading and trailing slashes are ignored
     */
    public ClasspathSource(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder.replaceAll("^/+|/+$", "");
        if (this.folder.isEmpty()) {
            throw new SourceException(
                    "Location classpath:" + folder + " names no folder.", "Name one, such as classpath:db/revisions.");
        }
    }

    @Override
    public List<ScriptFile> read() {
        ScriptFiles files = new ScriptFiles();
        find(place -> files);
        return files.sorted();
    }

    /**
     * Hands on each script that there is.
     *
     * @param sinks what takes the scripts of a place
     * @throws MissingLocationException where no place has the folder
     */
    void find(Function<URL, ? extends ScriptSink> sinks) {
        boolean exists = false;
        try {
            for (URL place : new ClasspathLookup(loader).places(folder)) {
                exists |= addScripts(place, sinks.apply(place));
            }
        } catch (IOException | URISyntaxException failure) {
            throw new SourceException(
                    "Location " + this + " cannot be read: " + failure + ".",
                    "Check the class path; or copy the scripts into a folder, and name it as file:<folder>.",
                    failure);
        }
        if (!exists) {
            throw missing();
        }
    }

    @Override
    public List<LeftOver> leftOvers() {
        List<LeftOver> leftOvers = new ArrayList<>();
        try {
            for (URL place : new ClasspathLookup(loader).places(folder)) {
                BuiltFolder built = BuiltFolder.of(place, folder);
                if (!built.sources().isEmpty()) {
                    addScripts(place, (location, bytes, origin) -> {
                        if (!built.hasSource(location)) {
                            leftOvers.add(
                                    new LeftOver(new ScriptFile(location, Utf8.decode(bytes)), built.onDisk(location)));
                        }
                    });
                }
            }
        } catch (IOException | URISyntaxException failure) {
            // reading the scripts themselves says what is wrong
            return List.of();
        }
        return leftOvers;
    }

    /** Returns the path of the folder on the class path. */
    String folder() {
        return folder;
    }

    private MissingLocationException missing() {
        return new MissingLocationException(
                "Location " + this + " does not exist: no folder and no jar of the class path has it.",
                similar(),
                "Correct migration.locations; or write the first revision into src/main/resources/" + folder
                        + ", for which `migration revision -m \"…\"` makes the folder."
                        + " If it may be missing, set migration.fail-on-missing-locations=false.");
    }

    @Override
    public List<SearchedPlace> places() {
        return List.of(new SearchedPlace(toString(), similar()));
    }

    /** Returns a similar folder below the first folder of this path or below {@code db}. */
    private Optional<String> similar() {
        Collection<String> folders = new TreeSet<>();
        try {
            for (String top : new TreeSet<>(List.of(folder.split("/")[0], "db"))) {
                for (URL place : new ClasspathLookup(loader).places(top)) {
                    addFolders(place, top, folders);
                }
            }
        } catch (IOException | URISyntaxException failure) {
            // the problem is reported without the hint
            return Optional.empty();
        }
        return SimilarFolders.nearest(folder, folders).map("classpath:"::concat);
    }

    private static void addFolders(URL place, String top, Collection<String> folders)
            throws IOException, URISyntaxException {
        if (place.getProtocol().equals("file")) {
            SimilarFolders.withScripts(Path.of(toUri(place))).forEach(below -> folders.add(top + "/" + below));
        } else if (place.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(top + "/") && ScriptFiles.isScript(name))
                        .map(name -> name.substring(0, name.lastIndexOf('/')))
                        .forEach(folders::add);
            }
        }
    }

    @Override
    public List<String> verdicts() {
        return VerifiedFile.read(loader, folder);
    }

    /** Adds the scripts of a place, and returns whether the folder exists there. */
    private boolean addScripts(URL place, ScriptSink files) throws IOException, URISyntaxException {
        if (place.getProtocol().equals("file")) {
            FolderWalk.addScripts(Path.of(toUri(place)), folder, files);
            return true;
        } else if (place.openConnection() instanceof JarURLConnection connection) {
            return addScripts(connection, files);
        } else {
            throw new SourceException(
                    "Location " + this + " leads to " + place + ", which is neither a folder nor a jar.",
                    "Copy the scripts into a folder, and name it as file:<folder>.");
        }
    }

    private static URI toUri(URL place) throws URISyntaxException {
        return new URI(place.toExternalForm().replace(" ", "%20"));
    }

    /**
     * Adds the scripts of a jar. The jar is opened anew and closed again, so that the one that the class loader holds
     * stays open.
     */
    private boolean addScripts(JarURLConnection connection, ScriptSink files) throws IOException {
        connection.setUseCaches(false);
        boolean exists = false;
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                exists |= name.startsWith(folder + "/");
                if (name.startsWith(folder + "/") && ScriptFiles.isScript(name.substring(folder.length() + 1))) {
                    files.add(name, bytes(jar, entry), () -> "jar:" + connection.getJarFileURL() + "!/" + name);
                }
            }
        }
        return exists;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    /** Returns the location. */
    @Override
    public String toString() {
        return "classpath:" + folder;
    }
}
