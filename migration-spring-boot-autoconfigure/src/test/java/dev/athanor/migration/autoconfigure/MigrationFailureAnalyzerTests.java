package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.error.MigrationException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class MigrationFailureAnalyzerTests {

    @Test
    void whatHappenedAndWhatToDoAreKeptApart() {
        Throwable failure = new IllegalStateException("wrapped", new MigrationException("Two heads.", "Merge them."));

        FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(failure);

        assertThat(analysis.getDescription()).isEqualTo("Two heads.");
        assertThat(analysis.getAction()).isEqualTo("Merge them.");
    }
}
