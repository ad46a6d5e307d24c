package dev.athanor.migration.test;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.verify.VerifyReport;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.ClassUtils;

/** Gives tests the {@link Migrations} and what {@code verify} says of them, found out once for a test class. */
final class MigrationExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MigrationExtension.class);

    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Migrations.class || type == VerifyReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigrationTests tests = (MigrationTests) context.getRequiredTestInstance();
        Migrations migrations = tests.migrations().or(() -> ofSpring(context)).orElseThrow(() -> none(context));
        return parameter.getParameter().getType() == Migrations.class ? migrations : report(tests, migrations, context);
    }

    private static VerifyReport report(MigrationTests tests, Migrations migrations, ExtensionContext context) {
        ExtensionContext ofClass = context.getParent().orElse(context);
        return ofClass.getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getRequiredTestClass(),
                        key -> migrations.verify(tests.verifySettings()),
                        VerifyReport.class);
    }

    private static Optional<Migrations> ofSpring(ExtensionContext context) {
        return ClassUtils.isPresent(SPRING, MigrationExtension.class.getClassLoader())
                ? SpringMigrations.find(context)
                : Optional.empty();
    }

    private static MigrationException none(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName();
        return new MigrationException(
                "Test " + test + " has no migrations: there is no Spring context, and migrations() gives none.",
                "Put @SpringBootTest on it, or override migrations().");
    }
}
