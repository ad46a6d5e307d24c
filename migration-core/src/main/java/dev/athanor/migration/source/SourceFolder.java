package dev.athanor.migration.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Represents a source folder whose files a build puts onto the class path.
 *
 * @param path the path of the folder
 * @param name the path on the class path, such as {@code db/revisions}
 */
record SourceFolder(Path path, String name) {

    /** Returns the folder where it ends with the location, or lies below a folder that does. */
    static Optional<SourceFolder> of(Path path, String location) {
        String whole = "/" + slashes(path.toAbsolutePath().normalize()) + "/";
        int begin = whole.lastIndexOf("/" + location + "/");
        return begin < 0
                ? Optional.empty()
                : Optional.of(new SourceFolder(path, whole.substring(begin + 1, whole.length() - 1)));
    }

    /** Adds its scripts by their names on the class path; none where it does not exist. */
    void addTo(ScriptSink files) {
        if (!exists()) {
            return;
        }
        try {
            FolderWalk.addScripts(path, name, files);
        } catch (IOException failure) {
            throw new SourceException(
                    "Folder " + path + " cannot be read: " + failure + ".",
                    "Let the command read it and all that is in it, or leave it out of migration.development-locations.",
                    failure);
        }
    }

    /** Returns what a file of the folder is called on disk. */
    String onDisk(String location) {
        return slashes(path) + location.substring(name.length());
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    boolean isBelow(Path folder) {
        return path.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    boolean has(String location) {
        return location.startsWith(name + "/") && Files.exists(path.resolve(location.substring(name.length() + 1)));
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
