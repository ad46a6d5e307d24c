package dev.athanor.migration.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Knows the name of this machine (of the pod, on Kubernetes).
 *
 * @since 0.1.0
 */
public final class HostName {

    private HostName() {}

    /** Returns the name, or empty if the machine has none. */
    public static Optional<String> local() {
        String fromEnvironment = System.getenv("HOSTNAME");
        return fromEnvironment != null && !fromEnvironment.isBlank() ? Optional.of(fromEnvironment) : resolved();
    }

    private static Optional<String> resolved() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
