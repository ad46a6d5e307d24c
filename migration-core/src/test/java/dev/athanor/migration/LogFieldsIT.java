package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tests the fields beside the log lines of a run. */
@ExtendWith(PostgresExtension.class)
class LogFieldsIT {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.athanor.migration.runner.PlanRunner");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Level before = logger.getLevel();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void goAway() {
        logger.detachAppender(logged);
        logger.setLevel(before);
    }

    @Test
    void aStepsLineCarriesItsRevisionOutcomeAndDuration(TestDatabase database) {
        Scripts scripts = Scripts.none().withTable("a1", "").withTable("b2", "a1");
        TestMigrations.of(database, scripts, builder -> builder.name("orders")).upgrade();

        assertThat(logged.list).hasSize(4);
        assertThat(logged.list.get(0).getMDCPropertyMap())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("migration.database", "orders", "migration.command", "upgrade"));
        assertThat(logged.list.get(2).getFormattedMessage()).startsWith("upgrade b2 (revision b2) in ");
        assertThat(logged.list.get(2).getMDCPropertyMap())
                .containsEntry("migration.database", "orders")
                .containsEntry("migration.command", "upgrade")
                .containsEntry("migration.revision", "b2")
                .containsEntry("migration.direction", "upgrade")
                .containsEntry("migration.outcome", "success")
                .hasEntrySatisfying(
                        "migration.duration_ms", millis -> assertThat(millis).containsOnlyDigits());
    }

    @Test
    void nothingIsLeftOnTheThreadOfAFailedRun(TestDatabase database) {
        Scripts scripts = Scripts.none().with("a1", "", "SELEC 1;", "");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(TestMigrations.of(database, scripts)::upgrade))
                .isNotNull();

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
