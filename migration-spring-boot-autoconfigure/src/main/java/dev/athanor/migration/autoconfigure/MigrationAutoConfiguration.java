package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.session.StatementLimits;
import dev.athanor.migration.source.DevelopmentFolders;
import dev.athanor.migration.source.MissingLocations;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.source.RevisionSources;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Configures schema migrations automatically.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({Migrations.class, DataSource.class})
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
@Conditional(MigrationAutoConfiguration.DatabaseCondition.class)
@EnableConfigurationProperties(MigrationProperties.class)
@ImportRuntimeHints(MigrationRuntimeHints.class)
@Import({DatabaseInitializationDependencyConfigurer.class, JavaRevisionRegistrar.class})
@SuppressWarnings("exports") // its annotations are for Spring Boot, which is there when it reads them
public final class MigrationAutoConfiguration {

    /** Creates the configuration; Spring Boot does that. */
    public MigrationAutoConfiguration() {}

    /** Creates the facade, which closes with the context: a pod that is told to end leaves no statement behind. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Migrations migrations(
            MigrationProperties properties,
            @MigrationDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources,
            ObjectProvider<RunListener> listeners,
            JavaRevisions javaRevisions,
            ObjectProvider<DevelopmentFolders> development,
            ResourceLoader resources,
            Environment environment) {
        var builder = Migrations.builder(MigrationDataSources.choose(properties, marked, dataSources))
                .source(source(
                        properties,
                        resources,
                        missing(properties, javaRevisions, environment),
                        development.getIfAvailable(() -> DevelopmentFolders.NONE)))
                .revisions(javaRevisions.all())
                .target(properties.target())
                .allowReset(properties.allowReset())
                .tables(new Tables(properties.schema(), properties.versionTable(), properties.historyTable()))
                .run(runSettings(properties, environment))
                .placeholders(new Placeholders(properties.placeholders()));
        listeners.orderedStream().forEach(builder::listener);
        return builder.build();
    }

    @Bean
    JavaRevisions migrationJavaRevisions(RevisionClasses found, ResourceLoader resources, BeanFactory beans) {
        return new JavaRevisions(found, resources.getClassLoader(), beans);
    }

    private static RevisionSource source(
            MigrationProperties properties,
            ResourceLoader resources,
            MissingLocations missing,
            DevelopmentFolders development) {
        ClassLoader loader = resources.getClassLoader();
        return RevisionSources.parse(
                properties.locations(),
                loader == null ? MigrationAutoConfiguration.class.getClassLoader() : loader,
                missing,
                development);
    }

    /**
     * Returns how to treat missing locations: an application whose revisions are all in Java does not need the
     * default location.
     */
    private static MissingLocations missing(
            MigrationProperties properties, JavaRevisions javaRevisions, Environment environment) {
        boolean configured = Binder.get(environment)
                .bind("migration.locations", Bindable.listOf(String.class))
                .isBound();
        boolean inJava = !configured && !javaRevisions.all().isEmpty();
        return properties.failOnMissingLocations() && !inJava ? MissingLocations.FAIL : MissingLocations.IGNORE;
    }

    private static RunSettings runSettings(MigrationProperties properties, Environment environment) {
        return new RunSettings(
                TransactionScope.valueOf(properties.transaction().name()),
                properties.lockWait(),
                new StatementLimits(properties.lockTimeout(), properties.lockRetries(), properties.statementTimeout()),
                environment.getProperty("spring.application.version"));
    }

    @Bean
    EventPublishingRunListener migrationEventPublishingRunListener(ApplicationEventPublisher publisher) {
        return new EventPublishingRunListener(publisher);
    }

    /** Tells Hibernate by default that the schema is managed elsewhere. */
    @Bean
    SchemaManagementProvider migrationSchemaManagementProvider() {
        return dataSource -> SchemaManagement.MANAGED;
    }

    /** Upgrades when the application is ready. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "migration.run-at", havingValue = "ready", matchIfMissing = true)
    static class AtReady {

        @Bean
        ReadyMigrationListener readyMigrationListener(
                ObjectProvider<Migrations> migrations, MigrationProperties properties) {
            return new ReadyMigrationListener(new StartUpgrade(migrations, properties));
        }
    }

    /** Upgrades before everything that needs the database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "migration.run-at", havingValue = "initialization")
    static class AtInitialization {

        @Bean
        MigrationInitializer migrationInitializer(
                ObjectProvider<Migrations> migrations, MigrationProperties properties) {
            return new MigrationInitializer(new StartUpgrade(migrations, properties));
        }
    }

    /** Matches if there is a database, or one that only migrations use. */
    static final class DatabaseCondition extends AnyNestedCondition {

        DatabaseCondition() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        private static final class DataSourceBean {}

        @ConditionalOnProperty("migration.url")
        private static final class OwnUrl {}
    }
}
