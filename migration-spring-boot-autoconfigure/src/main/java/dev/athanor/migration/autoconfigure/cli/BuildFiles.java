package dev.athanor.migration.autoconfigure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what a project's build file no longer needs after an import.
 *
 * @param project the project
 */
record BuildFiles(CommandProject project) {

    static final String TITLE = "And change the build:";

    private static final List<String> NAMES = List.of("pom.xml", "build.gradle.kts", "build.gradle");

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    /** Returns the advice, one line for each place; none for a tool that is no dependency. */
    List<String> advice(String tool) {
        if (tool.equals("Alembic")) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        NAMES.forEach(name -> file(name).ifPresent(file -> lines.addAll(places(name, file, tool))));
        return lines.isEmpty()
                ? List.of("Remove the dependencies of " + tool + ", such as spring-boot-starter-"
                        + tool.toLowerCase(Locale.ROOT) + ", once no release needs them; until then,"
                        + " the properties above switch it off.")
                : lines;
    }

    private Optional<Path> file(String name) {
        return Stream.concat(project.module().stream(), Stream.of(project.here()))
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<String> places(String name, Path file, String tool) {
        try {
            List<String> text = Files.readAllLines(file);
            List<String> places = new ArrayList<>();
            for (int line = 0; line < text.size(); line++) {
                Matcher artifact = ARTIFACT.matcher(text.get(line));
                String found =
                        !name.equals("pom.xml") ? text.get(line).strip() : artifact.find() ? artifact.group(1) : "";
                if (found.toLowerCase(Locale.ROOT).contains(tool.toLowerCase(Locale.ROOT))) {
                    places.add(name + ":" + (line + 1) + ": remove " + found);
                }
            }
            return places;
        } catch (IOException e) {
            return List.of();
        }
    }
}
