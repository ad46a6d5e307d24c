package dev.athanor.migration.autoconfigure.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.library.Book;
import dev.athanor.library.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EntityDdlTests {

    private static final Server SERVER = new Server("PostgreSQL", 18, 0, "PostgreSQL JDBC Driver");

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Library.class)
            .withPropertyValues("spring.jpa.mapping-resources=dev/athanor/library/reader.xml");

    private List<String> ddl(ApplicationContextRunner runner, String... others) {
        List<List<String>> ddl = new java.util.ArrayList<>();
        runner.run(context ->
                ddl.add(new EntityDdl(context).statements(new ScriptSettings("library", List.of(others), SERVER))));
        return ddl.get(0);
    }

    @Test
    void hibernateWritesWhatTheApplicationIsConfiguredFor() {
        assertThat(ddl(application)).containsExactly("");
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Book.class)
    static class Library {

        @Bean
        Rounding rounding() {
            return cents -> cents;
        }
    }
}
