package dev.athanor.migration.source;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Defines where new revisions are written and what they look like.
 *
 * @param directories the source folders; new bases are written to the first one
 * @param template the template of scripts
 * @param fileTemplate the template of file names
 * @param timeZone the time zone of the dates in both
 * @param placeholders the values of {@code ${name}} in the statements of a new revision
 * @since 0.1.0
 */
public record NewRevisionSettings(
        List<Path> directories,
        ScriptTemplate template,
        FileTemplate fileTemplate,
        ZoneId timeZone,
        Placeholders placeholders) {

    public NewRevisionSettings {
        directories = List.copyOf(directories);
        if (directories.isEmpty()) {
            throw new NewRevisionException(
                    "There is no folder for new revisions.",
                    "Name one in `migration.directory`, such as src/main/resources/db/revisions.");
        }
    }

    /** Returns settings with the standard templates, UTC and no placeholders. */
    public static NewRevisionSettings in(Path... directories) {
        return new NewRevisionSettings(
                List.of(directories),
                ScriptTemplate.standard(),
                FileTemplate.standard(),
                ZoneOffset.UTC,
                Placeholders.none());
    }
}
