package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.JavaRevision;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;

/** Lets Spring create a revision, with its dependencies, when the revision is about to run. */
record RevisionCreation(Class<? extends JavaRevision> type, BeanFactory beans) implements Supplier<JavaRevision> {

    @Override
    public JavaRevision get() {
        try {
            return beans.getBean(type);
        } catch (BeansException e) {
            throw refusal(e);
        }
    }

    private MigrationException refusal(BeansException failure) {
        ResolvableType missing = missing(failure);
        return missing == null ? broken(failure) : lacking(missing, failure);
    }

    private static @Nullable ResolvableType missing(BeansException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(NoSuchBeanDefinitionException.class::isInstance)
                .filter(cause -> !(cause instanceof NoUniqueBeanDefinitionException))
                .map(cause -> ((NoSuchBeanDefinitionException) cause).getResolvableType())
                .findFirst()
                .orElse(null);
    }

    private MigrationException lacking(ResolvableType missing, BeansException cause) {
        return new MigrationException(
                "Revision class " + type.getName() + " needs a bean of type " + missing
                        + ", and this context has none.",
                "Commands and slice tests run without the application's beans: add @Import("
                        + missing.toClass().getSimpleName()
                        + ".class) to the revision, so that it brings what it needs; or run the command in the"
                        + " application's own context, with --migration.cli.context=full.",
                cause);
    }

    private MigrationException broken(BeansException cause) {
        return new MigrationException(
                "Revision class " + type.getName() + " cannot be created: "
                        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage(),
                "Fix its constructor or what it injects; nothing was run.",
                cause);
    }
}
