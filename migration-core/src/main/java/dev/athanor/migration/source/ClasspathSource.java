package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The {@code *.sql} files of a folder on the class path and of the folders in it: in directories, in jars and in jars
 * inside jars, wherever the class loader finds that folder. Where there is none, there are no files.
 */
public final class ClasspathSource implements RevisionSource {

    private final ClassLoader loader;
    private final String folder;

    /**
     * @param loader where to look
     * @param folder its path, such as {@code db/revisions}; slashes around it do not matter
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
        try {
            for (URL place : new ClasspathLookup(loader).places(folder)) {
                addScripts(place, files);
            }
        } catch (IOException | URISyntaxException failure) {
            throw new SourceException(
                    "Location " + this + " cannot be read: " + failure + ".",
                    "Check the class path; or copy the scripts into a folder, and name it as file:<folder>.",
                    failure);
        }
        return files.sorted();
    }

    @Override
    public List<String> verdicts() {
        return VerifiedFile.read(loader, folder);
    }

    private void addScripts(URL place, ScriptFiles files) throws IOException, URISyntaxException {
        if (place.getProtocol().equals("file")) {
            FolderWalk.addScripts(Path.of(toUri(place)), folder, files);
        } else if (place.openConnection() instanceof JarURLConnection connection) {
            addScripts(connection, files);
        } else {
            throw new SourceException(
                    "Location " + this + " leads to " + place + ", which is neither a folder nor a jar.",
                    "Copy the scripts into a folder, and name it as file:<folder>.");
        }
    }

    private static URI toUri(URL place) throws URISyntaxException {
        return new URI(place.toExternalForm().replace(" ", "%20"));
    }

    /** The jar is opened anew, and closed: the one that the class loader holds stays as it is. */
    private void addScripts(JarURLConnection connection, ScriptFiles files) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder + "/") && ScriptFiles.isScript(name.substring(folder.length() + 1))) {
                    files.add(name, bytes(jar, entry), () -> "jar:" + connection.getJarFileURL() + "!/" + name);
                }
            }
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    /** The location. */
    @Override
    public String toString() {
        return "classpath:" + folder;
    }
}
