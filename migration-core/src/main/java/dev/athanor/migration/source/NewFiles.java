package dev.athanor.migration.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes several new files, all of them or none: closing deletes them unless they are kept.
 *
 * @since 0.1.0
 */
public final class NewFiles implements AutoCloseable {

    private final List<Path> written = new ArrayList<>();
    private boolean kept;

    /** Creates an empty set of files. */
    public NewFiles() {}

    /** Writes a file, and returns its path. */
    Path write(RevisionFolder folder, String name, String text) {
        Path file = folder.write(name, text);
        written.add(file);
        return file;
    }

    /** Keeps the files. */
    public void keep() {
        kept = true;
    }

    /** Returns the files that were written, in order. */
    public List<Path> paths() {
        return List.copyOf(written);
    }

    /** Deletes the files unless they are kept. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
