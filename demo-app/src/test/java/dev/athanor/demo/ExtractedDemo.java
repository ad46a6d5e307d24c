package dev.athanor.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the demo's jar as Spring Boot's tools extract it, with an archive of its classes: a command starts in a third of
 * the time of the packed jar. Each test JVM has its own.
 *
 * @param jar the extracted jar, beside its libraries
 * @param archive the class-data archive
 */
record ExtractedDemo(Path jar, Path archive) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final ExtractedDemo SHARED = extract(Path.of(System.getProperty("demo.jar")));

    /** Returns the extracted jar of this JVM. */
    static ExtractedDemo shared() {
        return SHARED;
    }

    /** Returns the start of a command line: java, its options and the jar. */
    List<String> command() {
        return List.of(
                JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=" + archive, "-jar", jar.toString());
    }

    private static ExtractedDemo extract(Path packed) {
        try {
            Path folder = Files.createTempDirectory(packed.getParent(), "extracted");
            Path log = folder.resolve("extract.log");
            run(
                    log,
                    List.of(
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.resolve("app").toString()));
            Path jar = folder.resolve("app").resolve(packed.getFileName());
            Path archive = folder.resolve("classes.jsa");
            // without a database the command fails, after it has loaded nearly all that commands need
            run(log, List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString(), "migration", "current"));
            if (!Files.exists(archive)) {
                throw new IllegalStateException(Files.readString(log));
            }
            return new ExtractedDemo(jar, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path log, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(JAVA.toString()), arguments.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/none");
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
