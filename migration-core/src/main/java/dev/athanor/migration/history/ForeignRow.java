package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Represents a row of the history about something that another tool did.
 *
 * @param direction what was done
 * @param script the script of the revision
 * @param at when it was done; empty for now
 * @param duration how long it took
 * @param user the database user that did it; empty for the current one
 * @param told whether the row tells the checksum and the text of the script, because that is what was run
 * @param note what the history says about the origin of the row
 * @since 0.1.0
 */
public record ForeignRow(
        Direction direction,
        RevisionScript script,
        Optional<Instant> at,
        Duration duration,
        Optional<String> user,
        boolean told,
        String note) {}
