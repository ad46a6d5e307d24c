package dev.athanor.benchmarks.contest;

import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The same revisions in each contestant's own files. */
final class Course implements AutoCloseable {

    private final Map<Contestant, Path> folders = new LinkedHashMap<>();
    private final Path root;

    Course(List<Contestant> contestants, Revisions revisions) throws IOException {
        root = Files.createTempDirectory("benchmarks");
        for (Contestant contestant : contestants) {
            Path folder =
                    Files.createDirectory(root.resolve(contestant.getClass().getSimpleName()));
            contestant.write(revisions, folder);
            folders.put(contestant, folder);
        }
    }

    /** How long a contestant takes to bring the database to head, from reading its files to closing its connections. */
    Duration time(Contestant contestant, TestDatabase database) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        Path folder = Objects.requireNonNull(folders.get(contestant), contestant.name());
        long begun = System.nanoTime();
        contestant.upgrade(dataSource, folder);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
