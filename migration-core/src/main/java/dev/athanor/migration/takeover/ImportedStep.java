package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Represents a row of the history that the other tool has earned.
 *
 * @param revision the revision
 * @param direction what was done
 * @param at when it was done; empty for the time of the import
 * @param duration how long it took
 * @param user the user that did it; empty for the user of the import
 * @param script whether the script of the revision is what was run
 * @since 0.1.0
 */
public record ImportedStep(
        RevisionId revision,
        Direction direction,
        Optional<Instant> at,
        Duration duration,
        Optional<String> user,
        boolean script) {}
