package dev.athanor.migration.autoconfigure.cli;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Limits logging to warnings and hides the banner while a command runs; properties can change both. The command
 * itself reports what is wrong with the application's configuration.
 */
final class CommandEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "logging.threshold.console",
            "warn",
            "logging.level." + DefinitionsContext.class.getName(),
            "off",
            // the command itself says what it waits for
            "logging.level.dev.athanor.migration.runner.LockWaitLog",
            "off",
            "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext",
            "off",
            "logging.level.dev.athanor.migration.autoconfigure.OtherMigrations",
            "off",
            "spring.main.banner-mode",
            "off");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String[] words = environment.getProperty("nonOptionArgs", String[].class, new String[0]);
        if (words.length > 0 && words[0].equals(CommandArguments.COMMAND)) {
            environment.getPropertySources().addLast(new MapPropertySource("migrationCommand", DEFAULTS));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
