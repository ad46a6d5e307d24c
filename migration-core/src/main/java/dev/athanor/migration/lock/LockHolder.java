package dev.athanor.migration.lock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Represents the session that holds the migration lock.
 *
 * @param pid the process id of its backend, as in {@code pg_stat_activity}
 * @param user the database user
 * @param application the {@code application_name}
 * @param client the address, or {@code null} for a Unix socket or if the role may not see it
 * @param connected how long the session has been connected
 * @since 0.1.0
 */
public record LockHolder(
        int pid, String user, String application, @Nullable String client, Duration connected) {

    /** Returns one phrase for a log line or an error message. */
    @Override
    public String toString() {
        return "pid " + pid + " (user " + user + ", application '" + application + "'"
                + (client == null ? "" : ", from " + client) + ", connected for " + connected.toSeconds() + " s)";
    }
}
