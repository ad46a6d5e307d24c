package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has asked for a run through the endpoint; published on the thread of the request, before the run.
 *
 * @param database the name of the database among the application's
 * @param command what is to be done
 * @param targets as they were given
 * @param principal who asked, where the application knows
 * @since 0.1.0
 */
public record MigrationRequested(
        String database,
        Command command,
        List<String> targets,
        @Nullable String principal) {

    public MigrationRequested {
        targets = List.copyOf(targets);
    }
}
