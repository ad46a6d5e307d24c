package dev.athanor.migration.autoconfigure.actuate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes the health contributor {@code migrations} a member of the readiness group, never of liveness. */
@AutoConfiguration(
        after = MigrationActuatorAutoConfiguration.class,
        afterName =
                "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration")
@ConditionalOnClass(HealthEndpointGroupsPostProcessor.class)
@ConditionalOnBean(MigrationsHealthIndicator.class)
public final class MigrationReadinessAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    HealthEndpointGroupsPostProcessor migrationReadinessGroup() {
        return new ReadinessGroup();
    }

    @Order(Ordered.LOWEST_PRECEDENCE)
    private static final class ReadinessGroup implements HealthEndpointGroupsPostProcessor {

        @Override
        public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
            return new ReadinessGroups(groups);
        }
    }
}
