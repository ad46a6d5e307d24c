package dev.athanor.migration.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Knows the name of this machine (of the pod, on Kubernetes).
 *
 * @since 0.1.0
 */
public final class HostName {

    private HostName() {}

    /** Returns the name; null if there is none. */
    public static @Nullable String local() {
        String fromEnvironment = System.getenv("HOSTNAME");
        return fromEnvironment != null && !fromEnvironment.isBlank() ? fromEnvironment : resolved();
    }

    private static @Nullable String resolved() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
