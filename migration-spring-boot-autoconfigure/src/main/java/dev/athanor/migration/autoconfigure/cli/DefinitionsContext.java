package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.error.MigrationException;
import java.util.Collection;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The application's bean definitions, without its beans: all of its configuration is read and nothing is started; a bean
 * that is asked for is created, and no other.
 */
final class DefinitionsContext extends AnnotationConfigApplicationContext {

    private DefinitionsContext() {}

    static DefinitionsContext of(SpringApplication application, ConfigurableEnvironment environment) {
        DefinitionsContext context = new DefinitionsContext();
        context.setEnvironment(environment);
        context.setClassLoader(application.getClassLoader());
        context.add(application.getAllSources());
        try {
            context.refresh();
        } catch (BeansException | IllegalStateException e) {
            throw unreadable(e);
        }
        return context;
    }

    private void add(Collection<?> sources) {
        sources.forEach(this::add);
    }

    private void add(Object source) {
        if (source instanceof Class<?> type) {
            register(type);
        } else if (source instanceof Package folder) {
            scan(folder.getName());
        } else if (ClassUtils.isPresent(source.toString(), getClassLoader())) {
            register(ClassUtils.resolveClassName(source.toString(), getClassLoader()));
        }
    }

    /** Where other contexts create their singletons. */
    @Override
    protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
        beanFactory.freezeConfiguration();
    }

    /** Nothing has been started, so nobody is told that it has. */
    @Override
    protected void finishRefresh() {}

    private static MigrationException unreadable(RuntimeException failure) {
        return new MigrationException(
                "The application's configuration cannot be read: "
                        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                "See whether the application starts; --stacktrace shows the whole story.",
                failure);
    }
}
