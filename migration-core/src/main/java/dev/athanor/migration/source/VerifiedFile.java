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
 * The file beside the revisions in which {@code verify} keeps what it found out.
 *
 * @since 0.1.0
 */
public final class VerifiedFile {

    /** Its name, in each folder of revisions. */
    public static final String NAME = "verified.txt";

    private VerifiedFile() {}

    /**
     * Writes it, in place of the one that is there.
     *
     * @param folder of revisions
     * @throws SourceException where that is not possible
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
                    "Let the command write to the folder of the revisions; what was verified is on the screen.",
                    failure);
        }
    }

    /** Its text; none where there is no such file. */
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

    /** The jar is opened anew, and closed: the one that the class loader holds stays as it is. */
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
                "Let it be read, or delete it: `migration verify` writes it again.",
                failure);
    }
}
