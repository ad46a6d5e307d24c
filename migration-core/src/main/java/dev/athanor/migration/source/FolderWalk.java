package dev.athanor.migration.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scripts below a folder. Links are followed and hidden folders are skipped, because Kubernetes mounts a
 * ConfigMap as links into a hidden folder.
 *
 * <p>Each file is only opened and read. Files are compared further only if they have the same content.
 */
final class FolderWalk {

    private final NavigableMap<String, Place> found = new TreeMap<>();
    private final Map<Long, Path> read = new HashMap<>();
    private final Set<Path> alike = new LinkedHashSet<>();

    /**
     * Represents a file or a folder.
     *
     * @param name the path below the folder in which the walk began
     * @param folder the containing folder, or {@code null} for the folder in which the walk began
     */
    private record Place(String name, Path path, @Nullable Place folder) {

        void refuseLoop() throws IOException {
            for (Place above = folder; above != null; above = above.folder) {
                if (Files.isSameFile(above.path, path)) {
                    throw new FileSystemLoopException(path.toString());
                }
            }
        }
    }

    private FolderWalk() {}

    /** Adds each script once, with its path below the folder. */
    static void addScripts(Path folder, String location, ScriptSink files) throws IOException {
        FolderWalk walk = new FolderWalk();
        walk.enter(new Place("", folder, null));
        for (Map.Entry<String, Place> next = walk.found.pollFirstEntry();
                next != null;
                next = walk.found.pollFirstEntry()) {
            walk.read(next.getValue(), location, files);
        }
    }

    private void read(Place place, String location, ScriptSink files) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(place.path);
        } catch (IOException failure) {
            if (!Files.isDirectory(place.path)) {
                throw failure;
            }
            enter(place);
            return;
        }
        if (!wasRead(place.path, bytes)) {
            files.add(
                    location + "/" + place.name, bytes, () -> place.path.toUri().toString());
        }
    }

    private void enter(Place folder) throws IOException {
        folder.refuseLoop();
        List<Place> folders = new ArrayList<>();
        String prefix = folder.name.isEmpty() ? "" : folder.name + "/";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                Place place = new Place(prefix + name, entry, folder);
                if (ScriptFiles.isScript(name)) {
                    found.put(place.name, place);
                } else if (!name.startsWith(".")) {
                    folders.add(place);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        for (Place below : folders) {
            if (Files.isDirectory(below.path)) {
                enter(below);
            }
        }
    }

    /** Returns whether the file was already read by another path. */
    private boolean wasRead(Path file, byte[] bytes) throws IOException {
        CRC32 content = new CRC32();
        content.update(bytes);
        Path first = read.putIfAbsent(content.getValue(), file);
        if (first == null) {
            return false;
        }
        alike.add(first);
        for (Path other : alike) {
            if (Files.isSameFile(other, file)) {
                return true;
            }
        }
        alike.add(file);
        return false;
    }
}
