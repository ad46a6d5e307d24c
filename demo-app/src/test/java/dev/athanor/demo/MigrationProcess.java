package dev.athanor.demo;

import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar demo.jar migration …} on a database, in a folder.
 *
 * @param database what it works on
 * @param folder where it is typed
 * @param environment what else is set
 */
record MigrationProcess(TestDatabase database, Path folder, Map<String, String> environment) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String JAR = System.getProperty("demo.jar");

    /** What a process printed, and its exit code. */
    record Result(String output, String error, int exitCode) {}

    /** Of an application whose revisions are in a folder below the process's own. */
    static Map<String, String> ownFolder() {
        return new TreeMap<>(Map.of(
                "MIGRATION_LOCATIONS",
                "file:revisions",
                "MIGRATION_DIRECTORY",
                "revisions",
                "MIGRATION_JAVAPACKAGES",
                ""));
    }

    /** Runs a command from the extracted jar. */
    Result run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ExtractedDemo.shared().command());
        command.add("migration");
        command.addAll(arguments);
        return start(command);
    }

    /** Runs a line of shell, in which {@code %s} is {@code java -jar demo.jar}, the packed one. */
    Result shell(String line) throws IOException, InterruptedException {
        return start(List.of("sh", "-c", line.replace("%s", "'" + JAVA + "' -jar '" + JAR + "'")));
    }

    private Result start(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path error = Files.createTempFile(folder, "error", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("DEMO_JAR", JAR);
        builder.environment().put("PATH", JAVA.getParent() + ":" + System.getenv("PATH"));
        builder.environment().put("SPRING_DATASOURCE_URL", database.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("Did not end: " + command);
        }
        return new Result(text(output), text(error), process.exitValue());
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
