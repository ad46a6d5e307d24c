package dev.athanor.migration.source;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.IdTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Defines where new revisions are written and what they look like.
 *
 * @param directories folders of the source, the one for new bases first
 * @param template what scripts look like
 * @param fileTemplate what files are called
 * @param idTemplate what revisions are called by
 * @param timeZone of the dates in both
 * @param placeholders what {@code ${name}} stands for in the statements of a new revision
 * @since 0.1.0
 */
public record NewRevisionSettings(
        List<Path> directories,
        ScriptTemplate template,
        FileTemplate fileTemplate,
        IdTemplate idTemplate,
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

    /** Ids are 12 random hex digits. */
    public NewRevisionSettings(
            List<Path> directories,
            ScriptTemplate template,
            FileTemplate fileTemplate,
            ZoneId timeZone,
            Placeholders placeholders) {
        this(directories, template, fileTemplate, IdTemplate.standard(), timeZone, placeholders);
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
