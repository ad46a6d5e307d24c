package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.DatabaseUrl;
import dev.athanor.migration.autoconfigure.MigrationAutoConfiguration;
import dev.athanor.migration.autoconfigure.MigrationDataSource;
import dev.athanor.migration.autoconfigure.MigrationDataSources;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Creates a context with the database and the migrations only, on the application's own Environment and packages. */
final class SlimContext {

    /** Limits the pool: a command needs one connection, and a second one for looking while the first one works. */
    private static final Map<String, String> SMALL_POOL = Map.of(
            "spring.datasource.hikari.maximum-pool-size", "2",
            "spring.datasource.hikari.minimum-idle", "0");

    private SlimContext() {}

    static int run(
            SpringApplication application,
            ConfigurableEnvironment environment,
            Streams streams,
            List<String> arguments) {
        CommandContext.prepare(environment, SMALL_POOL);
        WritingCommands.prepare(environment, arguments);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.setClassLoader(application.getClassLoader());
            CommandProgress.register(context, streams);
            CommandSources.register(context, application, streams);
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            AutoConfigurationPackages.register(context, ApplicationPackages.of(application));
            context.register(Beans.class);
            return run(context, new ApplicationDefinitions(application, environment, streams), streams, arguments);
        }
    }

    private static int run(
            AnnotationConfigApplicationContext context,
            ApplicationDefinitions definitions,
            Streams streams,
            List<String> arguments) {
        try (definitions) {
            return Commands.run(
                    new CommandScope(() -> withDatabases(context, definitions), definitions::context, streams),
                    streams,
                    arguments);
        }
    }

    /** Returns the small context, unless beans of the application belong to its databases. */
    private static ApplicationContext withDatabases(
            AnnotationConfigApplicationContext context, ApplicationDefinitions definitions) {
        return definitions.haveDatabases() ? definitions.context() : refreshed(context);
    }

    private static AnnotationConfigApplicationContext refreshed(AnnotationConfigApplicationContext context) {
        if (!context.isActive()) {
            context.refresh();
        }
        return context;
    }

    /** Looks for the database when a command first needs it: many commands need the scripts only. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        SslAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        MigrationAutoConfiguration.class
    })
    static class Beans {

        @Bean(defaultCandidate = false)
        @MigrationDataSource
        DataSource commandDataSource(
                MigrationProperties properties, ObjectProvider<DataSource> dataSources, Environment environment) {
            return new DeferredDataSource(() -> {
                if (properties.url() == null) {
                    DatabaseUrl.checkApplications(environment);
                }
                return MigrationDataSources.choose(properties, dataSources);
            });
        }
    }
}
