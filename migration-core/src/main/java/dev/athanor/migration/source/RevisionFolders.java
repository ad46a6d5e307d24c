package dev.athanor.migration.source;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds the version locations in the source of a project. New bases are written to the first one. */
record RevisionFolders(List<RevisionFolder> folders) {

    static RevisionFolders of(List<Path> directories) {
        return new RevisionFolders(directories.stream().map(RevisionFolder::new).toList());
    }

    /** Returns the scripts of all folders. Scripts of a folder within another one are returned once. */
    List<ScriptFile> read() {
        return folders.stream()
                .flatMap(folder -> folder.read().stream())
                .distinct()
                .toList();
    }

    /** Returns the folder that {@code --version-path} names. */
    RevisionFolder named(String versionPath) {
        return folders.stream()
                .filter(folder -> isAt(folder.path(), versionPath))
                .findFirst()
                .orElseThrow(() -> new NewRevisionException(
                        "Version path " + versionPath + " is none of the folders for revisions: "
                                + CappedList.of(folders.stream()
                                        .map(RevisionFolder::path)
                                        .toList())
                                + ".",
                        "Give one of them, or add it to `migration.directory`."));
    }

    private static boolean isAt(Path folder, String versionPath) {
        try {
            return absolute(folder).equals(absolute(Path.of(versionPath)));
        } catch (InvalidPathException nowhere) {
            return false;
        }
    }

    /**
     * Returns the folder that has a script.
     *
     * @throws NewRevisionException if none has it
     */
    RevisionFolder holding(RevisionScript script) {
        String location = script.file().location();
        return holder(location)
                .orElseThrow(() -> new NewRevisionException(
                        "File " + location + " is in none of the folders for revisions: "
                                + CappedList.of(folders.stream()
                                        .map(RevisionFolder::path)
                                        .toList())
                                + ".",
                        "Run the command in the folder of the project, or name its folder in `migration.directory`."));
    }

    /** Returns the folder that has a script, or the first folder if none has it. */
    RevisionFolder of(Optional<RevisionScript> script) {
        return script.map(known -> known.file().location())
                .filter(location -> folders.size() > 1)
                .flatMap(this::holder)
                .orElseGet(() -> folders.get(0));
    }

    /**
     * Returns the folder that holds a file, searched from the innermost folder outwards: the first part of the location
     * ends the path of a version location, and the rest is a file there.
     */
    private Optional<RevisionFolder> holder(String location) {
        for (int slash = location.lastIndexOf('/'); slash > 0; slash = location.lastIndexOf('/', slash - 1)) {
            String head = location.substring(0, slash);
            String tail = location.substring(slash + 1);
            Optional<RevisionFolder> holder = folders.stream()
                    .filter(folder -> endsWith(folder.path(), head) && folder.has(tail))
                    .findFirst();
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether the path of a folder ends with this text. Scripts from the class path have locations such as
     * {@code db/revisions/x.sql}, regardless of their source folder.
     */
    private static boolean endsWith(Path folder, String head) {
        if (isAt(folder, head)) {
            return true;
        }
        String path = "/" + absolute(folder).toString().replace('\\', '/');
        return path.endsWith("/" + head);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
