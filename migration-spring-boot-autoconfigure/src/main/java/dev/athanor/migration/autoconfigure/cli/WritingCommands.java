package dev.athanor.migration.autoconfigure.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Prepares the commands that write revisions. They may write the first revision, so no location needs to exist. */
final class WritingCommands {

    private static final Set<String> NAMES = Set.of("revision", "merge", "import");

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
