package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of one database.
 *
 * @param status its state
 * @param scripts those of this build, in load order; none where they cannot be read
 * @param requested the latest run that was asked for through the endpoint, in words
 */
public record DatabaseView(
        MigrationStatus status,
        List<RevisionScript> scripts,
        @Nullable String requested) {

    public DatabaseView {
        scripts = List.copyOf(scripts);
    }
}
