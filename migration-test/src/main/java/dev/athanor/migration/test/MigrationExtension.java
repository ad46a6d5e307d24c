package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.verify.VerifyReport;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.ClassUtils;

/** Gives tests the {@link Migrations} and what is found out about them, once for a test class. */
final class MigrationExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MigrationExtension.class);

    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private static final Set<Class<?>> TYPES =
            Set.of(Migrations.class, VerifyReport.class, LintCheck.class, SchemaCheck.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigrationTests tests = (MigrationTests) context.getRequiredTestInstance();
        Subject subject = subject(tests, context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Migrations.class) {
            return subject.migrations();
        }
        if (type == LintCheck.class) {
            return subject.lint(tests.lintSettings(subject.migrations()), tests.acceptedUpTo());
        }
        return type == VerifyReport.class ? report(tests, subject, context) : subject.check();
    }

    private static VerifyReport report(MigrationTests tests, Subject subject, ExtensionContext context) {
        ExtensionContext ofClass = context.getParent().orElse(context);
        return ofClass.getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getRequiredTestClass(),
                        key -> subject.verify(tests.verifySettings()),
                        VerifyReport.class);
    }

    private static Subject subject(MigrationTests tests, ExtensionContext context) {
        Optional<Subject> found = ofSpring(context).or(() -> tests.migrations()
                .map(given -> new Subject(given, Optional.empty(), ComparisonSettings.defaults())));
        return found.orElseThrow(() -> none(context)).with(tests);
    }

    private static Optional<Subject> ofSpring(ExtensionContext context) {
        return ClassUtils.isPresent(SPRING, MigrationExtension.class.getClassLoader())
                ? SpringSubject.find(context)
                : Optional.empty();
    }

    private static MigrationException none(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName();
        return new MigrationException(
                "Test " + test + " has no migrations: there is no Spring context, and migrations() gives none.",
                "Put @SpringBootTest on it, or override migrations().");
    }
}
