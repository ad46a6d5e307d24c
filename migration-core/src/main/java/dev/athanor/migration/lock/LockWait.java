package dev.athanor.migration.lock;

import dev.athanor.migration.error.CappedList;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes the lock that a statement was seen waiting for.
 *
 * @param relation the table or index, or {@code null} for a row or another transaction
 * @param blockers the sessions that hold the lock, or are ahead in the queue for it
 * @since 0.1.0
 */
public record LockWait(@Nullable String relation, List<Blocker> blockers) {

    private static final int LONGEST_QUERY = 160;

    /**
     * Represents a blocking session.
     *
     * @param pid the process id of its backend
     * @param user the database user, or an empty string if the role may not see it
     * @param application the {@code application_name}
     * @param state the state, such as {@code active} or {@code idle in transaction}
     * @param since how long the transaction has been open
     * @param query the current query, or the last one
     */
    public record Blocker(int pid, String user, String application, String state, Duration since, String query) {

        @Override
        public String toString() {
            return "pid " + pid + " (user " + user + ", application '" + application + "', " + state
                    + ", in a transaction for " + since.toSeconds() + " s): " + excerpt(query);
        }
    }

    public LockWait {
        blockers = List.copyOf(blockers);
    }

    private static String excerpt(String query) {
        String line = query.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY) + " …";
    }

    /** Returns one phrase for a log line or an error message. */
    @Override
    public String toString() {
        return (relation == null ? "a lock" : "a lock on " + relation) + ", held by " + CappedList.of(blockers, "; ");
    }
}
