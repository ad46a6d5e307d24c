package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.ConfiguredDatabases;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sets the properties that a command's context has before those of the application. */
final class CommandContext {

    private CommandContext() {}

    /** Adds properties; the command upgrades, and not the start of the context, whatever the databases say. */
    static void prepare(ConfigurableEnvironment environment, Map<String, String> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("migration.run-at", "ready");
        ConfiguredDatabases.names(environment)
                .forEach(name -> all.put("migration.databases." + name + ".run-at", "ready"));
        environment.getPropertySources().addFirst(new MapPropertySource("migrationCommandContext", all));
    }
}
