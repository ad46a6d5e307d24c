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
import java.nio.file.StandardOpenOption;
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
