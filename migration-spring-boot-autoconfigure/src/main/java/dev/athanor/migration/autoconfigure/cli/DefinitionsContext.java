package dev.athanor.migration.autoconfigure.cli;

import java.util.Collection;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Holds the application's bean definitions without its beans: all of its configuration is read and nothing is
 * started. A requested bean is created together with those that it needs, and no others.
 */
final class DefinitionsContext extends AnnotationConfigApplicationContext {

    DefinitionsContext(ConfigurableEnvironment environment, ClassLoader loader) {
        setEnvironment(environment);
        setClassLoader(loader);
    }

    /** Adds what a Spring application is made from: classes, their names, packages. */
    void add(Collection<?> sources) {
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

    /** Creates nothing, where other contexts create their singletons. */
    @Override
    protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
        beanFactory.freezeConfiguration();
    }

    /** Publishes nothing, because nothing has been started. */
    @Override
    protected void finishRefresh() {}
}
