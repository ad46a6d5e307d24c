package dev.athanor.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the documentation that keeps the tables, each between two markers. */
public final class PerformancePage {

    private final Path file;

    /** @param file the page */
    public PerformancePage(Path file) {
        this.file = file;
    }

    /** Fails where the page has no place for a table. */
    public void check(String name) throws IOException {
        place(name, Files.readString(file));
    }

    /**
     * Puts a table in the place of the one before.
     *
     * @param name the markers' name
     */
    public void put(String name, Table table) throws IOException {
        String page = Files.readString(file);
        Place place = place(name, page);
        Files.writeString(file, page.substring(0, place.from) + "\n" + table.markdown() + page.substring(place.to));
    }

    private record Place(int from, int to) {}

    private Place place(String name, String page) {
        String begin = "<!-- benchmarks: " + name + " -->";
        String end = "<!-- end: " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no lines '" + begin + "' and '" + end + "'.");
        }
        return new Place(from + begin.length(), to);
    }
}
