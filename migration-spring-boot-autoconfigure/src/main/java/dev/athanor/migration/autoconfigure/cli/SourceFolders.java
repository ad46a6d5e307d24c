package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.MissingLocationException;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.IdTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows where new revisions go, as the properties say.
 *
 * @param revisions writes revisions in SQL
 * @param java writes revisions in Java
 * @param directory every known revision, in the folders and compiled
 */
record SourceFolders(NewRevisions revisions, JavaSources java, ScriptDirectory directory) {

    /**
     * Returns them.
     *
     * @param migrations with the revisions that the build knows
     * @throws MigrationException where the command is not typed in a project, and nothing says where the source is
     */
    static SourceFolders of(CommandScope scope, Migrations migrations) {
        NewRevisions revisions = revisions(scope);
        JavaSources java = java(scope);
        return new SourceFolders(revisions, java, revisions.directory(built(migrations), java));
    }

    /** Returns every known revision; where there is no project, those of the build. */
    static ScriptDirectory known(CommandScope scope, Migrations migrations) {
        boolean project = new SourceDirectories(scope.project(), scope.environment())
                .have(scope.properties().directory());
        return project ? of(scope, migrations).directory() : built(migrations);
    }

    /** Says what has to be done before other commands know a script; nothing where they read it as it is. */
    static void tellUnread(CommandScope scope, Path written) {
        Path file = written.toAbsolutePath().normalize();
        Path folder = directories(scope).stream()
                .filter(directory -> file.startsWith(directory.toAbsolutePath().normalize()))
                .findFirst()
                .orElseThrow();
        Locations locations = Locations.of(scope.properties());
        boolean read = scope.development().folders().stream()
                .anyMatch(known -> file.startsWith(known.toAbsolutePath().normalize()));
        if (!read && !locations.contain(folder)) {
            scope.output().say(locations.areBuiltFrom(folder) ? unbuilt(scope, folder) : unfound(scope, folder));
        }
    }

    private static String unbuilt(CommandScope scope, Path folder) {
        String command = scope.project().buildCommand();
        return "This build does not have the new script: build it again"
                + (command.isEmpty() ? "" : " with `" + command + "`")
                + " before `migration upgrade`, or let commands read the folder: set migration.development-locations="
                + slashes(folder) + ".";
    }

    private static String unfound(CommandScope scope, Path folder) {
        return "No location leads to the new script: migration.locations has "
                + CappedList.of(scope.properties().locations()) + ", and the script is in " + slashes(folder)
                + ". Set migration.directory to the source folder of a location, or add file:" + slashes(folder)
                + " to migration.locations.";
    }

    private static String slashes(Path folder) {
        return folder.toString().replace('\\', '/');
    }

    /**
     * Returns the scripts of the build; before the first revision is written, there may be no location with revisions.
     */
    private static ScriptDirectory built(Migrations migrations) {
        try {
            return migrations.scripts();
        } catch (MissingLocationException e) {
            return ScriptDirectory.of(List.of());
        }
    }

    static JavaSources java(CommandScope scope) {
        MigrationProperties properties = scope.properties();
        String packageName = properties.javaPackage();
        Path directory = Path.of(properties.javaDirectory());
        return new JavaSources(
                scope.project()
                        .find(directory)
                        .or(() -> scope.project().place(directory))
                        .orElse(directory),
                packageName == null ? scope.applicationPackage() + "revisions" : packageName,
                properties.slugLength());
    }

    private static List<Path> directories(CommandScope scope) {
        return new SourceDirectories(scope.project(), scope.environment())
                .of(scope.properties().directory());
    }

    private static NewRevisions revisions(CommandScope scope) {
        MigrationProperties properties = scope.properties();
        return new NewRevisions(new NewRevisionSettings(
                directories(scope),
                template(scope, properties.scriptTemplate()),
                FileTemplate.of(properties.fileTemplate(), properties.slugLength()),
                IdTemplate.of(properties.idTemplate()),
                properties.timeZone(),
                new Placeholders(properties.placeholders())));
    }

    private static ScriptTemplate template(CommandScope scope, @Nullable String file) {
        if (file == null) {
            return ScriptTemplate.standard();
        }
        try {
            Path path = Path.of(file);
            return ScriptTemplate.of(new ScriptFile(
                    file, Files.readString(scope.project().find(path).orElse(path))));
        } catch (IOException e) {
            throw new MigrationException(
                    "The template " + file + " cannot be read: " + e.getMessage(),
                    "Correct migration.script-template, or leave it out for the standard one.",
                    e);
        }
    }
}
