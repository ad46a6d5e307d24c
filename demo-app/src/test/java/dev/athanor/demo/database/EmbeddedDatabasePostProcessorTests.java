package dev.athanor.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedDatabasePostProcessorTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void ownDatabaseIsLeftAlone() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/own");

        postProcess();

        assertThat(environment.getPropertySources().contains("embeddedDatabase"))
                .isFalse();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db/own");
    }

    @Test
    void embeddedDatabaseIsOfferedWhenThereIsNoOther() {
        postProcess();

        assertThat(environment.containsProperty("spring.datasource.url")).isTrue();
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("postgres");
        assertThat(settings()).isEqualTo(new EmbeddedDatabase.Settings(0, null));
    }

    @Test
    void portAndDirectoryAreConfigurable() {
        environment.setProperty("demo.database.port", "15432");
        environment.setProperty("demo.database.directory", "data");

        postProcess();

        assertThat(settings()).isEqualTo(new EmbeddedDatabase.Settings(15432, Path.of("data")));
    }

    private void postProcess() {
        new EmbeddedDatabasePostProcessor().postProcessEnvironment(environment, new SpringApplication());
    }

    private Object settings() {
        return environment.getPropertySources().get("embeddedDatabase").getSource();
    }
}
