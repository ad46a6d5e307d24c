package dev.athanor.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages that a module of this build exports to everybody.
 *
 * @param module its folder
 * @param names of the packages, as the descriptor has them
 */
record ExportedPackages(Path module, List<String> names) {

    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    static ExportedPackages of(String module) throws IOException {
        Path folder = Path.of("..", module);
        String descriptor = Files.readString(folder.resolve("src/main/java/module-info.java"));
        return new ExportedPackages(
                folder,
                EXPORT.matcher(descriptor)
                        .results()
                        .map(export -> export.group(1))
                        .toList());
    }

    /** Returns their source files, without the packages below them. */
    List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> files = Files.list(module.resolve("src/main/java").resolve(name.replace('.', '/')))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }
}
