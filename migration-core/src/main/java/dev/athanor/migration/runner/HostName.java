package dev.athanor.migration.runner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The name of this machine (of the pod, on Kubernetes) for the history. */
final class HostName {

    private HostName() {}

    static @Nullable String local() {
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
