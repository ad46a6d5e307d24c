package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.SpringBootVersionListener.OldSpringBootException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a Spring Boot that is too old as one sentence, and what to do; also uses only what Spring Boot 3 has. */
final class OldSpringBootFailureAnalyzer extends AbstractFailureAnalyzer<OldSpringBootException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OldSpringBootException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Upgrade the application to Spring Boot 4, or remove the dependency migration-spring-boot-starter.",
                cause);
    }
}
