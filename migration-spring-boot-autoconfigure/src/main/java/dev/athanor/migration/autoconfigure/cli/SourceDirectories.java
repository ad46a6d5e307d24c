package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/** Finds the folders of {@code migration.directory} in the project that a command is typed in. */
record SourceDirectories(CommandProject project, Environment environment) {

    private static final String PROPERTY = "migration.directory";

    /**
     * Returns the folders, the one for new bases first.
     *
     * @throws MigrationException where none exists, this is no project, and nobody has said that they belong here
     */
    List<Path> of(List<String> directories) {
        List<Path> paths = directories.stream().map(Path::of).toList();
        if (!paths.isEmpty() && !have(directories)) {
            throw refusal(paths.get(0));
        }
        return paths.stream()
                .map(path -> project.find(path)
                        .or(() -> isSaidHere() ? Optional.of(path) : project.place(path))
                        .orElse(path))
                .toList();
    }

    /** Returns whether new revisions have a place to go. */
    boolean have(List<String> directories) {
        List<Path> paths = directories.stream().map(Path::of).toList();
        return !paths.isEmpty()
                && (paths.stream().anyMatch(path -> project.find(path).isPresent())
                        || isSaidHere()
                        || project.place(paths.get(0)).isPresent());
    }

    /** Tells whether the property is set outside of the application's own files, which are the same wherever it runs. */
    private boolean isSaidHere() {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            for (String name : List.of(PROPERTY, PROPERTY + "[0]")) {
                ConfigurationProperty property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
                if (property != null) {
                    return !isPackaged(property.getOrigin());
                }
            }
        }
        return false;
    }

    private static boolean isPackaged(@Nullable Origin origin) {
        TextResourceOrigin text = Origin.from(origin) instanceof TextResourceOrigin found ? found : null;
        return text != null && text.getResource() instanceof ClassPathResource;
    }

    private MigrationException refusal(Path directory) {
        return new MigrationException(
                "The new revision has no place to go: " + project.here() + " has no folder "
                        + directory.toString().replace('\\', '/') + ", and no build file with a folder "
                        + directory.getName(0) + " beside it.",
                "Run the command in the folder of the project or of the module that holds the revisions, or say where"
                        + " they go: add `--migration.directory=<folder>` to the command.");
    }
}
