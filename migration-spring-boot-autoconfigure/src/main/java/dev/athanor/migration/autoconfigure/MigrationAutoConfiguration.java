package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.MigrationProperties.RunAt;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.source.DevelopmentFolders;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;

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

    /** Defines the beans of further databases, before any bean is created. */
    @Bean(DatabaseBeans.BEAN)
    static DatabaseBeans migrationDatabaseBeans(Environment environment) {
        return new DatabaseBeans(environment);
    }

    @Bean
    ConfiguredDatabases migrationConfiguredDatabases(
            MigrationProperties properties, ConfigurableListableBeanFactory beans) {
        return new ConfiguredDatabases(
                properties, new DataSourceBeans(beans).marked().keySet());
    }

    @Bean
    MigrationsFactory migrationsFactory(
            ConfiguredDatabases configured,
            ConfigurableListableBeanFactory beans,
            JavaRevisions javaRevisions,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<DevelopmentFolders> development,
            ApplicationContext context) {
        return new MigrationsFactory(
                configured,
                new DataSourceBeans(beans),
                new MigrationsFactory.Parts(javaRevisions, listeners, development, context, context.getEnvironment()));
    }

    /**
     * Creates the facade of the default database, which closes with the context: a pod that is told to end leaves no
     * statement behind. A bean of this name replaces it.
     */
    @Bean(name = DatabaseBeans.DEFAULT, destroyMethod = "close")
    @Primary
    @ConditionalOnMissingBean(name = DatabaseBeans.DEFAULT)
    Migrations migrations(
            MigrationProperties properties,
            @MigrationDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources,
            ConfigurableListableBeanFactory beans,
            MigrationsFactory factory) {
        DataSource own = marked.getIfAvailable();
        return factory.ofDefault(
                own == null ? MigrationDataSources.choose(properties, dataSources, new DataSourceBeans(beans)) : own);
    }

    @Bean
    MigrationDatabases migrationDatabases(ConfigurableListableBeanFactory beans, ConfiguredDatabases configured) {
        return new MigrationDatabases(beans, configured);
    }

    @Bean
    JavaRevisions migrationJavaRevisions(RevisionClasses found, ResourceLoader resources, BeanFactory beans) {
        return new JavaRevisions(found, resources.getClassLoader(), beans);
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
    @Conditional(RunAtCondition.Ready.class)
    static class AtReady {

        @Bean
        ReadyMigrationListener readyMigrationListener(ObjectProvider<MigrationDatabases> databases) {
            return new ReadyMigrationListener(new StartUpgrade(databases::getObject, RunAt.READY));
        }
    }

    /** Upgrades before everything that needs the database. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(RunAtCondition.Initialization.class)
    static class AtInitialization {

        @Bean
        MigrationInitializer migrationInitializer(ObjectProvider<MigrationDatabases> databases) {
            return new MigrationInitializer(new StartUpgrade(databases::getObject, RunAt.INITIALIZATION));
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

        @Conditional(FurtherDatabases.class)
        private static final class Further {}
    }

    /** Databases below {@code migration.databases}, which may have URLs of their own. */
    static final class FurtherDatabases implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DatabaseNames.found(context.getEnvironment()).isEmpty();
        }
    }
}
