package dev.athanor.migration.history;

import dev.athanor.migration.graph.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Represents one row of the history table: one step of one run.
 *
 * @param id the id, which ascends in the order of recording
 * @param runId the id that every row of a run has
 * @param direction what was done
 * @param revision the revision
 * @param downRevisions the revisions that it revises
 * @param dependsOn the ids and labels that it depends on
 * @param message the message of the revision
 * @param script the location of the script, if it is known
 * @param checksum the checksum of the script, if it is known
 * @param startedAt when the step began, by the server's clock
 * @param duration how long it took
 * @param outcome how it ended; {@link Outcome#RUNNING} while a {@code transaction=none} script has not
 * @param statementsDone statements of a {@code transaction=none} script that are behind it
 * @param error where it failed, at what, and why; null where it did not fail
 * @param note which way a section went that depends on an extension, and the findings of lint that it allows; null if
 *     there is neither
 * @param databaseUser who did it
 * @param host on which machine
 * @param applicationVersion with which version of the application
 * @since 0.1.0
 */
public record HistoryEntry(
        long id,
        UUID runId,
        Direction direction,
        RevisionId revision,
        List<RevisionId> downRevisions,
        List<String> dependsOn,
        String message,
        @Nullable String script,
        @Nullable String checksum,
        Instant startedAt,
        Duration duration,
        Outcome outcome,
        int statementsDone,
        @Nullable String error,
        @Nullable String note,
        String databaseUser,
        @Nullable String host,
        @Nullable String applicationVersion) {

    /** Returns whether the step was completed. */
    public boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }

    /** Returns whether the step failed. */
    public boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
