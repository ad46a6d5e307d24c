package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** With a Spring context: its migrations are taken. */
@SpringJUnitConfig
class SpringMigrationsIT implements MigrationTests {

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean(destroyMethod = "drop")
        Database database() {
            return new Database(PostgresServer.get().createDatabase("spring"));
        }

        @Bean
        Migrations migrations(Database database) {
            return Migrations.builder(database.database().dataSource())
                    .source(Scripts.none().withTable("a1", "").withTable("b1", "a1")::files)
                    .build();
        }
    }

    record Database(TestDatabase database) {

        void drop() {
            PostgresServer.get().dropDatabase(database);
        }
    }
}
