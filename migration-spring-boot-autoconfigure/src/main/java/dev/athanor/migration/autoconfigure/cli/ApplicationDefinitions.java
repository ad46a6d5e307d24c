package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.function.SingletonSupplier;

/** Reads the application's definitions when a command first needs them. */
final class ApplicationDefinitions implements AutoCloseable {

    private final SpringApplication application;
    private final ConfigurableEnvironment environment;
    private final Streams streams;
    private final Supplier<Boolean> databases = SingletonSupplier.of(this::findDatabases);
    private @Nullable DefinitionsContext context;

    ApplicationDefinitions(SpringApplication application, ConfigurableEnvironment environment, Streams streams) {
        this.application = application;
        this.environment = environment;
        this.streams = streams;
    }

    /** Returns whether some of the databases come from the application's own beans. */
    boolean haveDatabases() {
        return databases.get();
    }

    private boolean findDatabases() {
        return new HandMadeDatabases(environment, new DefaultResourceLoader(application.getClassLoader()))
                .areIn(ApplicationPackages.of(application));
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
            CommandProgress.register(read, streams);
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
