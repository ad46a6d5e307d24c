package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Tests that everything a script raises without failing is logged, with warnings as warnings and with their place. */
@ExtendWith(PostgresExtension.class)
class ServerNoticesIT {

    private static final String MANY =
            "DO $$ BEGIN FOR i IN 1..100000 LOOP RAISE WARNING 'number %', i; END LOOP; END $$;";

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.athanor.migration");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void deafen() {
        logger.detachAppender(logged);
        logger.setLevel(null);
    }

    private List<String> warnings() {
        return logged.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aWarningIsLoggedWithItsPlaceAndANoticeIsInformation(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE t (id int);\nDO $$ BEGIN RAISE WARNING 'mind this' USING HINT = 'look'; END $$;\n"
                                + "DROP TABLE IF EXISTS nothere;\nSELECT 1;\n"
                                + "DO $$ BEGIN RAISE WARNING 'odd' USING ERRCODE = '57014', DETAIL = 'more'; END $$;",
                        "DROP TABLE t;");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(warnings())
                .containsExactly(
                        "The server warns at db/revisions/a1.sql:8, statement 2 of `upgrade a1 (revision a1)`: mind this"
                                + " Hint: look",
                        "The server warns at db/revisions/a1.sql:11, statement 5 of `upgrade a1 (revision a1)`: odd"
                                + " Detail: more");
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.INFO)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("Server says: table \"nothere\" does not exist, skipping");
    }

    @Test
    void withoutATransactionItIsTheSame(TestDatabase database) {
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        Scripts.header("a1", "") + "-- @upgrade transaction=none\nCREATE TABLE t (id int);\n"
                                + "DO $$ BEGIN RAISE WARNING 'mind this'; END $$;\n");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(warnings())
                .containsExactly("The server warns at db/revisions/a1.sql:8, statement 2 of `upgrade a1 (revision a1)`:"
                        + " mind this");
    }

    @Test
    void warningsBeforeAFailureAreLoggedToo(TestDatabase database) {
        for (String options : List.of("", " transaction=none")) {
            logged.list.clear();
            Scripts scripts = Scripts.none()
                    .with(
                            "a1",
                            Scripts.header("a1", "") + "-- @upgrade" + options
                                    + "\nDO $$ BEGIN RAISE WARNING 'mind this'; RAISE EXCEPTION 'no'; END $$;\n");

            assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade)
                    .isInstanceOf(MigrationFailedException.class);

            assertThat(warnings())
                    .containsExactly("The server warns at db/revisions/a1.sql:7, statement 1 of `upgrade a1 (revision"
                            + " a1)`: mind this");
        }
    }

    @Test
    void ofVeryManyTheFirstAreLoggedAndTheOthersCounted(TestDatabase database) {
        for (String options : List.of("", " transaction=none")) {
            logged.list.clear();
            String id = options.isEmpty() ? "a1" : "b1";
            Scripts scripts = Scripts.none()
                    .with("a1", Scripts.header("a1", "") + "-- @upgrade\n" + MANY)
                    .with("b1", Scripts.header("b1", "a1") + "-- @upgrade transaction=none\n" + MANY);

            TestMigrations.of(database, scripts).upgrade(id);

            assertThat(warnings())
                    .hasSize(51)
                    .endsWith("The server warned 99950 more times during `upgrade " + id + " (revision " + id + ")`");
            assertThat(warnings().get(49)).endsWith(": number 50");
        }
    }
}
