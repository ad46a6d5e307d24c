package dev.athanor.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A JVM with a main class of this module, whose last line of output is the answer.
 *
 * @param main the class
 * @param options of the JVM
 * @param classPath which entries of this JVM's class path it has
 */
public record ChildJvm(Class<?> main, List<String> options, Predicate<String> classPath) {

    /** With the whole class path. */
    public static ChildJvm of(Class<?> main, String... options) {
        return new ChildJvm(main, List.of(options), entry -> true);
    }

    /** The last line that it prints; nothing where it fails. */
    public Optional<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", entries(), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean succeeded = process.waitFor() == 0;
        return output.lines().filter(line -> succeeded).reduce((first, second) -> second);
    }

    private String entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(classPath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
