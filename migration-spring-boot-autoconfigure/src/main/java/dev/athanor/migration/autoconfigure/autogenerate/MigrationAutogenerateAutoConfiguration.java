package dev.athanor.migration.autoconfigure.autogenerate;

import dev.athanor.migration.autoconfigure.MigrationAutoConfiguration;
import dev.athanor.migration.autoconfigure.MigrationDataSources;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.autoconfigure.MigrationProperties.Autogenerate;
import dev.athanor.migration.autoconfigure.jpa.JpaWantedSchema;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.ToolTables;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.schema.SchemaObject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.function.Predicate;
import org.hibernate.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * Configures automatically what the database is compared with, and how.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        after = MigrationAutoConfiguration.class,
        afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnBean(MigrationProperties.class)
@SuppressWarnings("exports") // its annotations are for Spring Boot, which is there when it reads them
public final class MigrationAutogenerateAutoConfiguration {

    /** Creates the configuration; Spring Boot does that. */
    public MigrationAutogenerateAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ComparisonSettings migrationComparisonSettings(
            MigrationProperties properties, ObjectProvider<IncludeObject> included) {
        Autogenerate autogenerate = properties.autogenerate();
        DiffOptions options = ComparisonSettings.defaults()
                .options()
                .withTypes(autogenerate.compareTypes())
                .withDefaults(autogenerate.compareDefaults())
                .withComments(autogenerate.compareComments())
                .withPrivileges(autogenerate.comparePrivileges())
                .withLocks(autogenerate.avoidLocks() ? DiffOptions.Locks.AVOIDED : DiffOptions.Locks.ACCEPTED)
                .withInclude(include(autogenerate, included));
        ComparisonSettings settings = ComparisonSettings.defaults()
                .withOptions(options)
                .withTools(autogenerate.compareToolTables() ? ToolTables.Mode.COMPARED : ToolTables.Mode.LEFT_OUT)
                .withSchemas(autogenerate.schemas().toArray(String[]::new));
        return MigrationDataSources.shadow(properties.shadow())
                .map(settings::withShadow)
                .orElse(settings);
    }

    private static Predicate<SchemaObject> include(Autogenerate autogenerate, ObjectProvider<IncludeObject> included) {
        Predicate<SchemaObject> patterns = ObjectPatterns.of(autogenerate.include(), autogenerate.exclude());
        return included.orderedStream()
                .<Predicate<SchemaObject>>map(bean -> bean)
                .reduce(patterns, Predicate::and);
    }

    /** Uses the JPA entities if nothing else is configured. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({SessionFactory.class, EntityScanPackages.class, HibernateProperties.class})
    @ConditionalOnBean(EntityManagerFactory.class)
    @ConditionalOnProperty(name = "migration.autogenerate.source", havingValue = "jpa", matchIfMissing = true)
    static class FromEntities {

        @Bean
        @ConditionalOnMissingBean
        WantedSchema migrationEntitySchema(MigrationProperties properties, ApplicationContext context) {
            String schema = Objects.requireNonNullElseGet(properties.schema(), () -> context.getEnvironment()
                    .getProperty("spring.jpa.properties.hibernate.default_schema", "public"));
            return new JpaWantedSchema(
                    context, schema, properties.autogenerate().schemas());
        }
    }

    /** Uses a file with the schema as SQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!environment.getProperty('migration.autogenerate.source', 'jpa').equals('jpa')")
    static class FromFile {

        @Bean
        @ConditionalOnMissingBean
        WantedSchema migrationSchemaFile(MigrationProperties properties, ResourceLoader resources) {
            return new SchemaFile(
                    Objects.requireNonNull(properties.autogenerate().source()), resources);
        }
    }
}
