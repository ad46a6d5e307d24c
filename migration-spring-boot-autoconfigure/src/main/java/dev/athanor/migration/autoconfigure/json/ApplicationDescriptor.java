package dev.athanor.migration.autoconfigure.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Describes the application that answers, so that a reader sees which of several it is.
 *
 * @param name {@code spring.application.name}; null if it is not set
 * @param profiles the active profiles, in order
 * @param version {@code spring.application.version}, the version of the build; null if it is not known
 */
public record ApplicationDescriptor(
        @Nullable String name,
        List<String> profiles,
        @Nullable String version) {

    public ApplicationDescriptor {
        profiles = List.copyOf(profiles);
    }

    /** Describes the application of an environment. */
    public static ApplicationDescriptor of(Environment environment) {
        return new ApplicationDescriptor(
                property(environment, "spring.application.name"),
                List.of(environment.getActiveProfiles()),
                property(environment, "spring.application.version"));
    }

    private static @Nullable String property(Environment environment, String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value;
    }
}
