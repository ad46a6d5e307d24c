package dev.athanor.migration.autoconfigure.cli;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Creates the application's own context, as little of it as possible. */
final class FullContext {

    private static final Map<String, String> QUIET = Map.of(
            "spring.main.web-application-type", "none",
            "spring.main.lazy-initialization", "true",
            "spring.main.keep-alive", "false");

    private FullContext() {}

    static void prepare(
            SpringApplication application,
            ConfigurableEnvironment environment,
            Streams streams,
            List<String> arguments) {
        CommandContext.prepare(environment, QUIET);
        WritingCommands.prepare(environment, arguments);
        application.addInitializers(context -> {
            CommandProgress.register(context, streams);
            CommandSources.register(context, application, streams);
        });
    }
}
