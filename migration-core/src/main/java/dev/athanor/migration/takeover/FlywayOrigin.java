package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the revisions again that an earlier import of the same migrations wrote.
 *
 * @param known every revision of the project
 */
record FlywayOrigin(ScriptDirectory known) {

    private static final Pattern LINE = Pattern.compile("(?m)^-- Flyway: (.+?)(?:, checksum (-?\\d+))?\\r?$");

    boolean has(RevisionId id) {
        return known.find(id).isPresent();
    }

    /** Returns what the revision of an applied migration says about it, where its file is gone. */
    Optional<FlywayMigration> kept(RevisionId id, FlywayRow row) {
        return known.find(id).filter(script -> isOurs(script)).map(script -> {
            Matcher line = LINE.matcher(script.file().text());
            boolean checksum = line.find() && line.group(2) != null;
            return new FlywayMigration(
                    row.script(),
                    row.version(),
                    row.description(),
                    new FlywayMigration.Kept(checksum ? Integer.valueOf(line.group(2)) : null));
        });
    }

    /**
     * Requires that a revision with the id comes from the same migration.
     *
     * @throws ImportException if it does not
     */
    void requireOurs(FlywayLink link) {
        known.find(link.id()).filter(script -> !isOurs(script)).ifPresent(script -> {
            throw new ImportException(
                    "The project has a revision " + script.describe() + " in "
                            + script.file().location() + ", and "
                            + link.migration().script() + " of Flyway would become a revision with the same id.",
                    "Give that revision another id, or name a folder of its own for the imported ones with"
                            + " --migration.directory and --migration.locations, and import again.");
        });
    }

    private static boolean isOurs(RevisionScript script) {
        return script.upgrade().code().isPresent()
                || LINE.matcher(script.file().text()).find();
    }
}
