package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.cli.CommandExit;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.SpringApplication;

/**
 * A project with migrations of the real Flyway, a database that it has migrated, and the command that imports them.
 *
 * @param folder the project
 * @param database the database
 */
record FlywayFixture(Path folder, TestDatabase database) {

    /** What a command printed, and its exit code. */
    record Result(int exitCode, String output, String error) {}

    /** Writes a migration. */
    FlywayFixture file(String name, String text) {
        try {
            Path file = folder.resolve("migration").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve("migration").resolve(name));
    }

    /** The real Flyway, without its lock in a transaction, for which CREATE INDEX CONCURRENTLY would wait for ever. */
    FluentConfiguration flyway() {
        return Flyway.configure()
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + folder.resolve("migration"));
    }

    FlywayFixture migrate() {
        flyway().load().migrate();
        return this;
    }

    /** Runs a command on the database. */
    Result run(String... command) {
        return run(database, command);
    }

    /** Runs a command on another database. */
    Result run(TestDatabase other, String... command) {
        AtomicInteger exitCode = new AtomicInteger(-1);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errorBefore = System.err;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            SpringApplication spring = new SpringApplication(NotesApplication.class);
            spring.addBootstrapRegistryInitializer(
                    registry -> registry.register(CommandExit.class, context -> exitCode::set));
            spring.run(arguments(other, command));
        } catch (SpringApplication.AbandonedRunException e) {
            return new Result(exitCode.get(), steady(output), steady(error));
        } finally {
            System.setOut(outBefore);
            System.setErr(errorBefore);
        }
        throw new IllegalStateException("The application started");
    }

    private String[] arguments(TestDatabase other, String... command) {
        List<String> arguments = new ArrayList<>(List.of("migration"));
        arguments.addAll(List.of(command));
        Map.of(
                        "spring.datasource.url", other.url(),
                        "spring.datasource.username", other.user(),
                        "spring.datasource.password", other.password(),
                        "migration.locations", "file:" + folder.resolve("revisions"),
                        "migration.directory", folder.resolve("revisions").toString(),
                        "migration.java-directory", folder.resolve("java").toString(),
                        "migration.java-package", "com.acme.revisions",
                        "migration.file-template", "{rev}_{slug}",
                        "spring.flyway.locations", "filesystem:" + folder.resolve("migration"))
                .forEach((name, value) -> {
                    if (Stream.of(command).noneMatch(argument -> argument.startsWith("--" + name + "="))) {
                        arguments.add("--" + name + "=" + value);
                    }
                });
        return arguments.toArray(String[]::new);
    }

    private String steady(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "<dir>")
                .replace(folder.toString().replace("/", "\\/"), "<dir>")
                .replaceAll("\\b\\d+ ms", "<n> ms")
                .replaceAll("pom.xml:\\d+:", "pom.xml:<line>:")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>")
                .replaceAll("by " + database.user() + "\\b", "by <user>");
    }

    /** The text of a written revision. */
    String revision(String name) throws IOException {
        return Files.readString(folder.resolve("revisions").resolve(name));
    }

    /** The names of the written revisions. */
    List<String> revisions() throws IOException {
        Path written = folder.resolve("revisions");
        if (!Files.isDirectory(written)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(written)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What the catalogs say of a database, without Flyway's table. */
    static List<String> catalog(TestDatabase database) {
        return CatalogSnapshot.of(database).stream()
                .filter(line -> !line.contains("flyway_schema_history"))
                .toList();
    }
}
