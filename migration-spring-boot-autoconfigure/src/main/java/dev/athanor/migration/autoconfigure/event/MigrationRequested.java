package dev.athanor.migration.autoconfigure.event;

import dev.athanor.migration.plan.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published on the thread of the request, before the run, if somebody requests a run through the endpoint.
 *
 * @param database the name of the database among the application's
 * @param command the requested command
 * @param targets the targets as they were given
 * @param principal the user, if the application knows
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
