package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.actuate.MigrationActuatorAutoConfiguration;
import dev.athanor.migration.autoconfigure.actuate.MigrationsEndpoint;
import dev.athanor.migration.autoconfigure.actuate.MigrationsWebExtension;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** One endpoint for all databases of an application. */
@ExtendWith(PostgresExtension.class)
class SeveralDatabasesIT {

    @Test
    void eachIsShownUnderItsNameAndActedOnByIt(TestDatabase orders) {
        TestDatabase invoices = PostgresServer.get().createDatabase("invoices");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        MigrationAutoConfiguration.class,
                        MigrationActuatorAutoConfiguration.class))
                .withBean("orders", Migrations.class, () -> migrations("orders", orders))
                .withBean("invoices", Migrations.class, () -> migrations("invoices", invoices))
                .withPropertyValues(
                        "spring.datasource.url=" + orders.url(),
                        "spring.datasource.username=" + orders.user(),
                        "spring.datasource.password=" + orders.password(),
                        "migration.status-cache=1ms",
                        "management.endpoints.web.exposure.include=migrations")
                .run(context -> {
                    MigrationsEndpoint endpoint = context.getBean(MigrationsEndpoint.class);
                    assertThat(endpoint.migrations().databases()).containsOnlyKeys("default", "orders", "invoices");
                    assertThatThrownBy(() -> endpoint.run(Command.UPGRADE, null, null, null))
                            .isInstanceOf(MigrationException.class)
                            .hasMessageStartingWith("The application has several databases, and none was named.\n"
                                    + "Send the name of one: ");

                    assertThat(endpoint.run(Command.UPGRADE, null, "invoices", null)
                                    .database())
                            .isEqualTo("invoices");

                    waitUntilDone(endpoint);
                    assertThat(endpoint.migrations().databases().get("invoices").state())
                            .isEqualTo("AT_HEAD");
                    assertThat(endpoint.migrations().databases().get("orders").state())
                            .isEqualTo("PENDING");
                    assertThat(context.getBean(MigrationsWebExtension.class)
                                    .page(null, null)
                                    .getBody())
                            .contains("<h2 class=\"database\">orders</h2>", "<h2 class=\"database\">invoices</h2>");
                });
        PostgresServer.get().dropDatabase(invoices);
    }

    private static Migrations migrations(String name, TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .name(name)
                .source(new ClasspathSource(SeveralDatabasesIT.class.getClassLoader(), "db/revisions"))
                .build();
    }

    private static void waitUntilDone(MigrationsEndpoint endpoint) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var requested = endpoint.migrations().databases().get("invoices").requested();
        while ((requested == null || requested.finishedAt() == null) && System.nanoTime() < deadline) {
            Thread.sleep(20);
            requested = endpoint.migrations().databases().get("invoices").requested();
        }
    }
}
