package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Represents a folder into which new revisions are written, completely or not at all, and never over another file.
 *
 * @param path the folder
 * @param property the property that names the folder
 */
record RevisionFolder(Path path, String property) {

    RevisionFolder(Path path) {
        this(path, "migration.directory");
    }

    /** Returns the location of a file in the folder for error messages, as {@link FolderSource} names it. */
    String location(String name) {
        return new FolderSource(path).location() + "/" + name;
    }

    /** Returns the scripts of the folder, which are none if the folder does not exist yet. */
    List<ScriptFile> read() {
        return Files.exists(path) ? new FolderSource(path).read() : List.of();
    }

    /** Returns whether the folder has a file of that name. */
    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    /**
     * Writes a new file, and creates the folders that it needs.
     *
     * @param name the name, which may begin with folders
     * @throws SourceException if the file cannot be written or exists already
     */
    Path write(String name, String text) {
        Path file = path.resolve(name);
        try {
            Path parent = file.toAbsolutePath().resolveSibling("");
            requireFolders(parent);
            Files.createDirectories(parent);
            write(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException failure) {
            throw refusal(file, failure);
        }
    }

    /**
     * Writes a text over a file of the folder, and new files beside it: all of them, or none.
     *
     * @param file the file as it was read
     * @param earlier the new files, whose locations differ from that of the file in their last part
     * @throws SourceException if the file has changed meanwhile, or a file cannot be written
     */
    List<Path> replace(ScriptFile file, List<ScriptFile> earlier, String text) {
        Path known = find(file.location());
        requireUnchanged(known, file);
        List<Path> written = new ArrayList<>();
        try {
            for (ScriptFile one : earlier) {
                String name = one.location().substring(one.location().lastIndexOf('/') + 1);
                written.add(write(path.relativize(known.resolveSibling(name)).toString(), one.text()));
            }
            overwrite(known, text);
        } catch (SourceException failure) {
            written.forEach(RevisionFolder::takeBack);
            throw failure;
        }
        written.add(known);
        return written;
    }

    /** Returns the file of a location, of which the folder has the longest possible last part. */
    private Path find(String location) {
        for (int slash = location.indexOf('/'); slash >= 0; slash = location.indexOf('/', slash + 1)) {
            if (has(location.substring(slash + 1))) {
                return path.resolve(location.substring(slash + 1));
            }
        }
        return path.resolve(location);
    }

    private static void requireUnchanged(Path known, ScriptFile file) {
        try {
            if (Files.readString(known).equals(file.text())) {
                return;
            }
        } catch (IOException failure) {
            throw new SourceException(
                    "File " + known + " cannot be read: " + failure + ".",
                    "Make it readable, and run the command again. Nothing was written.",
                    failure);
        }
        throw new SourceException(
                "File " + known + " has changed since it was read.", "Run the command again. Nothing was written.");
    }

    private void overwrite(Path known, String text) {
        Path draft = known.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try {
                writeDirectly(draft, text.getBytes(StandardCharsets.UTF_8));
                Files.move(draft, known, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw refusal(known, failure);
        }
    }

    private static void takeBack(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException failure) {
            throw new SourceException(
                    "File " + written + " was written without the file that it belongs to, and cannot be deleted: "
                            + failure + ".",
                    "Delete it.",
                    failure);
        }
    }

    private void requireFolders(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at) && !Files.isDirectory(at)) {
                throw new SourceException(
                        "Path " + at + " is a file, and new revisions need a folder there.",
                        "Move it away, or name another folder in `" + property + "`.");
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            writeDirectly(draft, bytes);
            publish(draft, file, bytes);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Gives the file its name. A link either names the complete file or fails, whereas a move would replace an existing
     * file.
     */
    private static void publish(Path draft, Path file, byte[] bytes) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            writeDirectly(file, bytes);
        }
    }

    private static void writeDirectly(Path file, byte[] bytes) throws IOException {
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (out) {
            out.write(bytes);
        } catch (IOException incomplete) {
            Files.deleteIfExists(file);
            throw incomplete;
        }
    }

    private SourceException refusal(Path file, IOException failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return exists(file, failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new SourceException(
                    "Folder " + path + " may not be written to.",
                    "Run the command as a user who may, or name another folder in `" + property + "`.",
                    failure);
        }
        return new SourceException(
                "File " + file + " cannot be written: " + failure + ".",
                "No part of it was left behind. Fix the cause (space, permissions, the path), or name another folder in `"
                        + property + "`.",
                failure);
    }

    private static SourceException exists(Path file, IOException cause) {
        return new SourceException(
                "File " + file + " exists already.",
                "Give the revision another message, or write `{rev}` into `migration.file-template`: ids are unique.",
                cause);
    }
}
