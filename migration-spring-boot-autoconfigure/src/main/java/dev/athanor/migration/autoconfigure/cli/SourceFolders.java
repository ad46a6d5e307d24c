package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where new revisions go, as the properties say.
 *
 * @param revisions those in SQL
 * @param java those in Java
 * @param directory all that there are, in the folders and compiled
 */
record SourceFolders(NewRevisions revisions, JavaSources java, ScriptDirectory directory) {

    static SourceFolders of(CommandScope scope) {
        NewRevisions revisions = revisions(scope.properties());
        JavaSources java = java(scope);
        return new SourceFolders(revisions, java, revisions.directory(java, scope.javaRevisions()));
    }

    private static JavaSources java(CommandScope scope) {
        MigrationProperties properties = scope.properties();
        String packageName = properties.javaPackage();
        return new JavaSources(
                Path.of(properties.javaDirectory()),
                packageName == null ? scope.applicationPackage() + "revisions" : packageName,
                properties.slugLength());
    }

    private static NewRevisions revisions(MigrationProperties properties) {
        return new NewRevisions(new NewRevisionSettings(
                properties.directory().stream().map(Path::of).toList(),
                template(properties.scriptTemplate()),
                FileTemplate.of(properties.fileTemplate(), properties.slugLength()),
                properties.timeZone(),
                new Placeholders(properties.placeholders())));
    }

    private static ScriptTemplate template(@Nullable String file) {
        if (file == null) {
            return ScriptTemplate.standard();
        }
        try {
            return ScriptTemplate.of(new ScriptFile(file, Files.readString(Path.of(file))));
        } catch (IOException e) {
            throw new MigrationException(
                    "The template " + file + " cannot be read: " + e.getMessage(),
                    "Correct migration.script-template, or leave it out for the standard one.",
                    e);
        }
    }
}
