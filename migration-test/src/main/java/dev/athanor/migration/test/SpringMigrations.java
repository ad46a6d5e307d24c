package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The migrations of a test's application context; loaded only where Spring's test support is there. */
final class SpringMigrations {

    private SpringMigrations() {}

    static Optional<Migrations> find(ExtensionContext context) {
        return hasContext(context.getRequiredTestClass())
                ? Optional.of(SpringExtension.getApplicationContext(context).getBean(Migrations.class))
                : Optional.empty();
    }

    /** {@code @SpringBootTest} and Boot's slices carry the one, plain Spring tests the other. */
    private static boolean hasContext(Class<?> test) {
        return TestContextAnnotationUtils.hasAnnotation(test, BootstrapWith.class)
                || TestContextAnnotationUtils.hasAnnotation(test, ContextConfiguration.class);
    }
}
