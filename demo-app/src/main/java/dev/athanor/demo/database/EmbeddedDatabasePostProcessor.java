package dev.athanor.demo.database;

import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Offers an embedded PostgreSQL where the environment names no database. */
public class EmbeddedDatabasePostProcessor implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty(EmbeddedDatabaseSource.URL)) {
            environment.getPropertySources().addLast(new EmbeddedDatabaseSource(settings(environment)));
        }
    }

    private static EmbeddedDatabase.Settings settings(ConfigurableEnvironment environment) {
        int port = environment.getProperty("demo.database.port", Integer.class, 0);
        String directory = environment.getProperty("demo.database.directory", "");
        return new EmbeddedDatabase.Settings(port, directory.isBlank() ? null : Path.of(directory));
    }

    /** After the configuration files, which may name a database. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
