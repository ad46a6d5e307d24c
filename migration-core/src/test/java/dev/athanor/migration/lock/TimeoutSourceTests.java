package dev.athanor.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.session.SettingStatement;
import dev.athanor.migration.sql.StatementSplitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutSourceTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET lock_timeout = '1s'",
                "SELECT 1; set local\nstatement_timeout to 5",
                "SELECT set_config('lock_timeout', '5', true)",
                "CREATE FUNCTION f() RETURNS int SET lock_timeout = 1 LANGUAGE sql AS 'SELECT 1'"
            })
    void aScriptThatSetsATimeoutIsTakenAtItsWord(String sql) {
        assertThat(TimeoutSource.of(StatementSplitter.split(sql))).isEqualTo(TimeoutSource.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1", "SELECT current_setting('lock_timeout')", "UPDATE t SET a = 1", "SET work_mem = 1"})
    void anyOtherIsLimitedByTheSettings(String sql) {
        assertThat(TimeoutSource.of(StatementSplitter.split(sql))).isEqualTo(TimeoutSource.RUN);
    }

    @ParameterizedTest
    @CsvSource({
        "SET search_path = s, true",
        "set role r, true",
        "RESET ALL, true",
        "SET LOCAL a = b, false",
        "SET CONSTRAINTS ALL DEFERRED, false",
        "SET TRANSACTION READ ONLY, false",
        "SETOF x, false",
        "SELECT 1, false"
    })
    void onlySettingsOfTheSessionAreRepeated(String sql, boolean setting) {
        assertThat(SettingStatement.is(sql)).isEqualTo(setting);
    }
}
