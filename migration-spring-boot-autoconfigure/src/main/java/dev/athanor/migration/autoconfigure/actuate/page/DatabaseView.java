package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the page shows of one database.
 *
 * @param status the status
 * @param scripts the scripts of this build, in load order; empty if they cannot be read
 * @param requested the latest run that was requested through the endpoint, in words
 * @param linted the latest report of lint in this process
 */
public record DatabaseView(
        MigrationStatus status,
        List<RevisionScript> scripts,
        @Nullable String requested,
        Optional<LintReport> linted) {

    public DatabaseView {
        scripts = List.copyOf(scripts);
    }
}
