package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the page shows of one database.
 *
 * @param status the status
 * @param scripts the scripts of this build, in load order; empty if they cannot be read
 * @param requested the latest run that was requested through the endpoint, in words
 */
public record DatabaseView(
        MigrationStatus status,
        List<RevisionScript> scripts,
        @Nullable String requested) {

    public DatabaseView {
        scripts = List.copyOf(scripts);
    }
}
