package dev.athanor.migration.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a folder with a schema ({@code old.sql}), another one ({@code new.sql}), and the rows that the first one has
 * meanwhile ({@code rows.sql}, if there are any).
 *
 * <p>The first line of {@code old.sql} names the version of PostgreSQL that the schemas need: {@code -- since
 * PostgreSQL 18}.
 */
record GeneratedCase(String title, int since, String before, String wanted, String rows) {

    private static final Pattern SINCE = Pattern.compile("-- since PostgreSQL (\\d+)");

    /** Reads the cases in a folder below {@code cases}. */
    static Stream<GeneratedCase> in(String folder) {
        try (Stream<Path> folders = Files.list(path("cases/" + folder))) {
            List<GeneratedCase> cases =
                    folders.sorted().map(GeneratedCase::read).toList();
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String resource) {
        URL url = Objects.requireNonNull(GeneratedCase.class.getResource(resource), resource);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneratedCase read(Path folder) {
        String before = text(folder.resolve("old.sql"));
        Matcher since = SINCE.matcher(before);
        Path rows = folder.resolve("rows.sql");
        return new GeneratedCase(
                folder.getFileName().toString(),
                since.lookingAt() ? Integer.parseInt(since.group(1)) : 14,
                before,
                text(folder.resolve("new.sql")),
                Files.exists(rows) ? text(rows) : "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
