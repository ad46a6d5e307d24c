package dev.athanor.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockRetryTests {

    @ParameterizedTest
    @CsvSource({"0, 250, 500", "1, 500, 1000", "2, 1000, 2000", "5, 8000, 16000", "6, 15000, 30000", "99, 15000, 30000"
    })
    void pausesGrowAndDifferByChance(int failures, long shortest, long longest) {
        for (int time = 0; time < 1_000; time++) {
            assertThat(LockRetry.pauseAfter(failures))
                    .isBetween(Duration.ofMillis(shortest), Duration.ofMillis(longest));
        }
    }
}
