package dev.athanor.migration.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayVersionTests {

    private static FlywayVersion version(String text) {
        return FlywayVersion.parse(text).orElseThrow();
    }

    @Test
    void versionsAreInTheOrderOfTheirNumbers() {
        assertThat(Stream.of("10", "2", "1.10", "1_2", "1", "20240101120000", "003")
                        .map(FlywayVersionTests::version)
                        .sorted()
                        .map(FlywayVersion::text))
                .containsExactly("1", "1.2", "1.10", "2", "003", "10", "20240101120000");
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "1.0.0,1", "01,1", "1_1,1.1"})
    void zerosAndUnderscoresDoNotTellVersionsApart(String one, String other) {
        assertThat(version(one)).isEqualTo(version(other)).hasSameHashCodeAs(version(other));
        assertThat(version(one)).isEqualByComparingTo(version(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "1..2", ".1", "1.", "-1"})
    void otherTextsAreNoVersions(String text) {
        assertThat(FlywayVersion.parse(text)).isEmpty();
    }

    @Test
    void theEndOfALongVersionIsTheId() {
        assertThat(version("1." + "0".repeat(29) + "123").id().value()).isEqualTo("0".repeat(29) + "123");
    }
}
