package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.takeover.ForeignFile;
import dev.athanor.migration.takeover.ImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scripts of Alembic.
 *
 * @param project the folder of {@code alembic.ini}
 * @param versions the folders of the scripts
 */
record AlembicFolder(Path project, List<Path> versions) {

    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\s*(script_location|version_locations)\\s*[=:]\\s*(\\S.*?)\\s*$");

    /** Returns the given folder, those that {@code alembic.ini} names, or the usual one. */
    static AlembicFolder of(CommandProject project, @Nullable Path given) {
        Path ini = project.find(Path.of("alembic.ini")).orElse(Path.of("alembic.ini"));
        Path home = Optional.ofNullable(ini.toAbsolutePath().getParent()).orElse(project.here());
        if (given != null) {
            Path folder = project.find(given).orElse(given);
            return new AlembicFolder(homeOf(folder).orElse(home), List.of(folder));
        }
        return new AlembicFolder(home, configured(ini, home));
    }

    /** Returns the nearest folder above the scripts that has an {@code alembic.ini}. */
    private static Optional<Path> homeOf(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("alembic.ini"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static List<Path> configured(Path ini, Path home) {
        Path scripts = home.resolve("alembic");
        if (Files.isRegularFile(ini)) {
            Matcher setting = SETTING.matcher(text(ini));
            while (setting.find()) {
                String value = setting.group(2).replace("%(here)s", home.toString());
                if (setting.group(1).equals("version_locations")) {
                    return Stream.of(value.split("[\\s,;]+")).map(home::resolve).toList();
                }
                scripts = home.resolve(value);
            }
        }
        return List.of(scripts.resolve("versions"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Returns the scripts.
     *
     * @throws ImportException if a folder is missing or cannot be read
     */
    List<ForeignFile> files() {
        List<ForeignFile> files = new ArrayList<>();
        versions.forEach(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new ImportException(
                        "The folder " + shown(folder) + ", in which Alembic's scripts are looked for, does not exist.",
                        "Name the folder that has them with --versions.");
            }
            files.addAll(read(folder, ".py"));
        });
        return files;
    }

    /** Returns the files with a suffix in a folder and its subfolders, sorted. */
    static List<ForeignFile> read(Path folder, String suffix) {
        List<ForeignFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList()) {
                files.add(new ForeignFile(
                        folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path)));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return files;
    }

    private static ImportException unreadable(Path path, IOException failure) {
        return new ImportException(
                "Path " + path + " cannot be read: " + failure.getMessage(), "Let the command read it.", failure);
    }

    /** Returns the folders for messages. */
    String describe() {
        return String.join(", ", versions.stream().map(this::shown).toList());
    }

    private String shown(Path folder) {
        Path absolute = folder.toAbsolutePath();
        Path shown = absolute.startsWith(project) ? project.relativize(absolute) : folder;
        return shown.toString().replace('\\', '/');
    }
}
