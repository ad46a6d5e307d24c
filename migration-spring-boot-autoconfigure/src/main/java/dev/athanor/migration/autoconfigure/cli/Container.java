package dev.athanor.migration.autoconfigure.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/** Tells whether a process runs in a container or on a platform: sources are not read there. */
final class Container {

    private static final List<Path> FILES = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));
    private static final List<String> VARIABLES =
            List.of("KUBERNETES_SERVICE_HOST", "ECS_CONTAINER_METADATA_URI_V4", "K_SERVICE", "container");

    private Container() {}

    static boolean isAround(Environment environment) {
        return isAround(environment, Files::exists);
    }

    static boolean isAround(Environment environment, Predicate<Path> exists) {
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return platform != null && platform != CloudPlatform.NONE
                || FILES.stream().anyMatch(exists)
                || VARIABLES.stream().anyMatch(environment::containsProperty);
    }
}
