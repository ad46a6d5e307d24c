package dev.athanor.migration.lock;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a backend does at one moment, as the server tells it.
 *
 * @param pid its process id
 * @param query the text it runs, cut off where it is longer than the server keeps; may hold secrets
 * @param statement the number of the script's statement that it is at, as far as a transaction marks them; null where it does not
 * @param since how long it has been at it
 * @param waitsFor whose lock it waits for, in words and without what those sessions run; null where it does not wait
 * @param indexBuild how far the index is that it builds
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
     * A row of {@code pg_stat_progress_create_index}.
     *
     * @param index its name; null until it has one
     * @param phase as the server words it
     * @param done blocks or tuples of this phase that are behind it
     * @param total of how many; 0 where the phase counts nothing
     */
    public record IndexBuild(@Nullable String index, String phase, long done, long total) {}
}
