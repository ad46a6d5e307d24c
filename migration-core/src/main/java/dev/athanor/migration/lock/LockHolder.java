package dev.athanor.migration.lock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds the migration lock.
 *
 * @param pid its backend's process id, as in {@code pg_stat_activity}
 * @param user its database user
 * @param application its {@code application_name}
 * @param client its address, or null for a Unix socket or where the role may not see it
 * @param connected how long it has been connected
 * @since 0.1.0
 */
public record LockHolder(
        int pid, String user, String application, @Nullable String client, Duration connected) {

    /** One phrase for a log line or an error. */
    @Override
    public String toString() {
        return "pid " + pid + " (user " + user + ", application '" + application + "'"
                + (client == null ? "" : ", from " + client) + ", connected for " + connected.toSeconds() + " s)";
    }
}
