package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@code *.sql} files of a folder and of its subfolders.
 *
 * @since 0.1.0
 */
public final class FolderSource implements RevisionSource {

    private final Path folder;

    /**
     * Creates a source.
     *
     * @param folder the folder, absolute or relative to the working directory
     */
    public FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<ScriptFile> read() {
        check();
        ScriptFiles files = new ScriptFiles();
        try {
            FolderWalk.addScripts(folder, location(), files);
        } catch (IOException failure) {
            throw new SourceException(
                    "Folder " + folder + " cannot be read: " + failure + ".",
                    "Let the application read it and all that is in it.",
                    failure);
        }
        return files.sorted();
    }

    @Override
    public List<String> verdicts() {
        return VerifiedFile.read(folder);
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** Tells whether a folder is this one, or in it. */
    boolean reads(Path other) {
        return other.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    private void check() {
        if (!Files.exists(folder)) {
            throw new MissingLocationException(
                    "Folder " + folder + " does not exist" + lookedFor() + ".",
                    similar(),
                    "Create it, or correct the location; a relative path starts at the working directory. If it may be"
                            + " missing, set migration.fail-on-missing-locations=false.");
        }
        if (!Files.isDirectory(folder)) {
            throw new SourceException(
                    "Location " + folder + " is a file.",
                    "Name the folder that holds it: every *.sql file in it is read.");
        }
    }

    @Override
    public List<SearchedPlace> places() {
        return List.of(new SearchedPlace(toString(), similar()));
    }

    /** Returns a similar folder below the nearest existing parent folder. */
    private Optional<String> similar() {
        Path absolute = folder.toAbsolutePath().normalize();
        Path above = absolute.getParent();
        while (above != null && !Files.isDirectory(above)) {
            above = above.getParent();
        }
        if (above == null || above.getParent() == null) {
            return Optional.empty();
        }
        Path start = above;
        try {
            String wanted = start.relativize(absolute).toString().replace('\\', '/');
            return SimilarFolders.nearest(wanted, SimilarFolders.withScripts(start))
                    .map(found -> "file:" + start.resolve(found).toString().replace('\\', '/'));
        } catch (IOException | UncheckedIOException failure) {
            // the problem is reported without the hint
            return Optional.empty();
        }
    }

    private String lookedFor() {
        return folder.isAbsolute()
                ? ""
                : " (looked for " + folder.toAbsolutePath().normalize() + ")";
    }

    String location() {
        String path = folder.toString().replace('\\', '/');
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns the location. */
    @Override
    public String toString() {
        return "file:" + folder;
    }
}
