package dev.athanor.benchmarks.start;

import dev.athanor.benchmarks.ChildJvm;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The same application with one starter, or none. */
enum Variant {
    /** No migrations. */
    NONE("without migrations", "migration-(core|spring)[^/\\\\]*\\.jar|flyway", ""),
    /** Ours. */
    ATHANOR("with Athanor", "flyway", "--migration.locations=file:"),
    /** Flyway's. */
    FLYWAY("with Flyway", "migration-(core|spring)[^/\\\\]*\\.jar", "--spring.flyway.locations=filesystem:");

    private final String words;
    private final Pattern without;
    private final String locations;

    Variant(String words, String without, String locations) {
        this.words = words;
        this.without = Pattern.compile(without);
        this.locations = locations;
    }

    String words() {
        return words;
    }

    /** Starts the application in a JVM of its own, until it is ready. */
    Duration start(TestDatabase database, Path folder) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.main.banner-mode=off",
                "--migration.java-packages="));
        if (!locations.isEmpty()) {
            arguments.add(locations + folder);
        }
        ChildJvm jvm = new ChildJvm(
                StartedApplication.class,
                List.of("-Xmx256m"),
                entry -> !without.matcher(entry).find() && !entry.contains("liquibase"));
        return jvm.run(arguments.toArray(String[]::new))
                .map(line -> Duration.ofMillis(Long.parseLong(line)))
                .orElseThrow(() -> new IllegalStateException("The application " + words + " did not start."));
    }
}
