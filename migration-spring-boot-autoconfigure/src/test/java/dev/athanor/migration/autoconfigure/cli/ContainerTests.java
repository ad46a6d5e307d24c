package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ContainerTests {

    @Test
    void aWorkstationIsNone() {
        assertThat(Container.isAround(environment(Map.of("PATH", "/bin")), path -> false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.dockerenv", "/run/.containerenv"})
    void aFileOfTheRuntimeTells(String file) {
        assertThat(Container.isAround(environment(Map.of()), Path.of(file)::equals))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KUBERNETES_SERVICE_HOST", "ECS_CONTAINER_METADATA_URI_V4", "K_SERVICE", "container"})
    void aVariableOfThePlatformTells(String variable) {
        assertThat(Container.isAround(environment(Map.of(variable, "x")), path -> false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes", "cloud_foundry", "heroku", "nomad", "azure_app_service"})
    void aPlatformThatSpringBootKnowsTells(String platform) {
        ConfigurableEnvironment environment = environment(Map.of());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.main.cloud-platform", platform)));

        assertThat(Container.isAround(environment, path -> false)).isTrue();
    }

    private static ConfigurableEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return environment;
    }
}
