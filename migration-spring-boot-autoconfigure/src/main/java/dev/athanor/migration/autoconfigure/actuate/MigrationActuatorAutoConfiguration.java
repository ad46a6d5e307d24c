package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.MigrationAutoConfiguration;
import dev.athanor.migration.autoconfigure.MigrationDatabases;
import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/** Configures the endpoint, the health indicator, the gauges and the observations of schema migrations. */
@AutoConfiguration(
        after = MigrationAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(MigrationDatabases.class)
@ImportRuntimeHints(EndpointRuntimeHints.class)
public final class MigrationActuatorAutoConfiguration {

    @Bean
    StatusCache migrationStatusCache(ObjectProvider<MigrationDatabases> databases, MigrationProperties properties) {
        return new StatusCache(databases::getObject, properties.statusCache());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    MigrationsEndpoint migrationsEndpoint(
            StatusCache cache, ApplicationEventPublisher events, Environment environment) {
        return new MigrationsEndpoint(
                ApplicationDescriptor.of(environment), cache, new RequestedRuns(events, cache::invalidate));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
    @ConditionalOnBean(MigrationsEndpoint.class)
    MigrationsWebExtension migrationsWebExtension(MigrationsEndpoint endpoint) {
        return new MigrationsWebExtension(endpoint);
    }

    /** Configures health, if the application has it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class HealthConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "migrationsHealthIndicator")
        @ConditionalOnEnabledHealthIndicator("migrations")
        MigrationsHealthIndicator migrationsHealthIndicator(StatusCache cache) {
            return new MigrationsHealthIndicator(cache);
        }
    }

    /** Gauges and what counts batches, where the application has meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class MeterConfiguration {

        @Bean
        MigrationGauges migrationGauges(StatusCache cache) {
            return new MigrationGauges(cache);
        }

        @Bean
        BatchMeters migrationBatchMeters(ObjectProvider<MeterRegistry> registry) {
            return new BatchMeters(registry::ifUnique);
        }
    }

    /** Timers and spans, where the application is observed. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class ObservationConfiguration {

        @Bean
        ObservedRunListener migrationObservedRunListener(ObjectProvider<ObservationRegistry> registry) {
            return new ObservedRunListener(() -> registry.getIfUnique(() -> ObservationRegistry.NOOP));
        }
    }
}
