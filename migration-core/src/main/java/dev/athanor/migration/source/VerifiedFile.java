package dev.athanor.migration.source;

import dev.athanor.migration.script.VerifiedRevisions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads and writes the file beside the revisions in which {@code verify} stores its results.
 *
 * @since 0.1.0
 */
public final class VerifiedFile {

    /** Defines the name of the file in each folder of revisions. */
    public static final String NAME = "verified.txt";

    private VerifiedFile() {}

    /**
     * Writes the file, replacing an existing one.
     *
     * @param folder the folder of the revisions
     * @throws SourceException if the file cannot be written
     */
    public static Path write(Path folder, VerifiedRevisions verified) {
        Path file = folder.resolve(NAME);
        Path draft = folder.resolve("." + NAME + ".tmp");
        try {
            Files.writeString(draft, verified.text());
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new SourceException(
                    "File " + file + " cannot be written: " + failure + ".",
                    "Let the command write to the folder of the revisions; the results were printed.",
                    failure);
        }
    }

    /** Returns the text of the file, or an empty list if the file does not exist. */
    public static List<String> read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return List.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure);
        }
    }

    static List<String> read(ClassLoader loader, String folder) {
        String name = folder + "/" + NAME;
        List<String> texts = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader.getResources(name))) {
                texts.add(text(place));
            }
            return texts;
        } catch (IOException failure) {
            throw unreadable("classpath:" + name, failure);
        }
    }

    /**
     * Returns the text of a resource. The jar is opened anew and closed again, so that the one that the class loader
     * holds stays open.
     */
    private static String text(URL place) throws IOException {
        URLConnection connection = place.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SourceException unreadable(String file, IOException failure) {
        return new SourceException(
                "File " + file + " cannot be read: " + failure + ".",
                "Grant read access to it, or delete it: `migration verify` writes it again.",
                failure);
    }
}
