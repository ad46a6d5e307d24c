package dev.athanor.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "orders | orders-7d9f-x2k | orders orders-7d9f-x2k migration",
                "'' | pod-1 | pod-1 migration",
                "orders | null | orders migration",
                "Bücher | tür-1 | B?cher t?r-1 migration",
                "a-very-long-application-name-of-forty-chars | pod-1 | a-very-long-application-name-of-forty-chars pod-1 migration",
                "orders | a-deployment-with-a-name-of-more-than-fifty-characters-7d9f-x2k"
                        + " | orders -a-name-of-more-than-fifty-characters-7d9f-x2k migration",
                "an-application-with-a-long-name-of-its-own | a-deployment-with-a-name-of-more-than-fifty-characters-7d9f-x2k"
                        + " | an-application-with-a-long -fifty-characters-7d9f-x2k migration",
            })
    void namesApplicationHostAndPurposeInWhatPostgresKeeps(String application, String host, String text) {
        String name = new ClientName(application, host).text();

        assertThat(name).isEqualTo(text).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void nothingIsLostThatFits() {
        assertThat(new ClientName("a".repeat(30), "b".repeat(22)).text())
                .hasSize(63)
                .startsWith("a".repeat(30) + " b");
    }
}
