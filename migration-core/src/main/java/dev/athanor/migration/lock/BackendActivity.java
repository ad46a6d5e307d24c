package dev.athanor.migration.lock;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a backend is doing at one moment, as the server reports it.
 *
 * @param pid the process id of the backend
 * @param query the text of the query, truncated if it is longer than the server keeps; it may hold secrets
 * @param statement the number of the current statement of the script as marked in the transaction, or {@code null} if
 *     there is no mark
 * @param since how long the query has been running
 * @param waitsFor the lock that the backend waits for and its holders, without their queries, or {@code null} if the
 *     backend does not wait
 * @param indexBuild the progress of the index that the backend builds
 * @since 0.1.0
 */
public record BackendActivity(
        int pid,
        String query,
        @Nullable Integer statement,
        Duration since,
        @Nullable String waitsFor,
        Optional<IndexBuild> indexBuild) {

    /**
     * Represents a row of {@code pg_stat_progress_create_index}.
     *
     * @param index the name of the index, or {@code null} if it has no name yet
     * @param phase the phase, in the words of the server
     * @param done the number of completed blocks or tuples in this phase
     * @param total the total number of blocks or tuples, or 0 if the phase counts nothing
     */
    public record IndexBuild(@Nullable String index, String phase, long done, long total) {}
}
