package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What a test's application context has; loaded only where Spring's test support is there. */
final class SpringSubject {

    private SpringSubject() {}

    static Optional<Subject> find(ExtensionContext context) {
        return hasContext(context.getRequiredTestClass())
                ? Optional.of(of(SpringExtension.getApplicationContext(context)))
                : Optional.empty();
    }

    private static Subject of(ApplicationContext application) {
        return new Subject(
                application.getBean(Migrations.class),
                Optional.ofNullable(
                        application.getBeanProvider(WantedSchema.class).getIfAvailable()),
                application.getBeanProvider(ComparisonSettings.class).getIfAvailable(ComparisonSettings::defaults));
    }

    /** {@code @SpringBootTest} and Boot's slices carry the one, plain Spring tests the other. */
    private static boolean hasContext(Class<?> test) {
        return TestContextAnnotationUtils.hasAnnotation(test, BootstrapWith.class)
                || TestContextAnnotationUtils.hasAnnotation(test, ContextConfiguration.class);
    }
}
