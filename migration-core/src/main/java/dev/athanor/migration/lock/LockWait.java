package dev.athanor.migration.lock;

import dev.athanor.migration.error.CappedList;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement was seen waiting for.
 *
 * @param relation the table or index, where it waits for one; null for a row or another transaction
 * @param blockers the sessions that hold what it wants, or want it before it
 * @since 0.1.0
 */
public record LockWait(@Nullable String relation, List<Blocker> blockers) {

    private static final int LONGEST_QUERY = 160;

    /**
     * A session that is in the way.
     *
     * @param pid its backend's process id
     * @param user its database user, empty where the role may not see it
     * @param application its {@code application_name}
     * @param state {@code active}, {@code idle in transaction} …
     * @param since how long its transaction has been open
     * @param query what it runs, or ran last
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

    /** One phrase for a log line or an error. */
    @Override
    public String toString() {
        return (relation == null ? "a lock" : "a lock on " + relation) + ", held by " + CappedList.of(blockers, "; ");
    }
}
