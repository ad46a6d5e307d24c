package dev.athanor.migration.autoconfigure.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The commands that write revisions, one of which writes the first one: no location need exist before. */
final class WritingCommands {

    private static final Set<String> NAMES = Set.of("revision", "merge");

    private WritingCommands() {}

    static void prepare(ConfigurableEnvironment environment, List<String> arguments) {
        if (arguments.stream()
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .filter(NAMES::contains)
                .isPresent()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "migrationWritingCommand", Map.of("migration.fail-on-missing-locations", "false")));
        }
    }
}
