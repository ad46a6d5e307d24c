package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the application's definitions when a command first needs them. */
final class ApplicationDefinitions implements AutoCloseable {

    private final SpringApplication application;
    private final ConfigurableEnvironment environment;
    private @Nullable DefinitionsContext context;

    ApplicationDefinitions(SpringApplication application, ConfigurableEnvironment environment) {
        this.application = application;
        this.environment = environment;
    }

    ApplicationContext context() {
        if (context == null) {
            context = read();
        }
        return context;
    }

    private DefinitionsContext read() {
        DefinitionsContext read = new DefinitionsContext(environment, application.getClassLoader());
        try {
            read.add(application.getAllSources());
            read.refresh();
            return read;
        } catch (BeansException | IllegalStateException e) {
            read.close();
            throw unreadable(e);
        }
    }

    private static MigrationException unreadable(RuntimeException failure) {
        return new MigrationException(
                "The application's configuration cannot be read: "
                        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                "Check that the application starts. Run the command again with --stacktrace for details.",
                failure);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
