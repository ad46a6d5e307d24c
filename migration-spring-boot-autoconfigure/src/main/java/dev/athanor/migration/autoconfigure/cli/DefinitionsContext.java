package dev.athanor.migration.autoconfigure.cli;

import java.util.Collection;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The application's bean definitions, without its beans: all of its configuration is read and nothing is started; a bean
 * that is asked for is created, with those that it needs and no other.
 */
final class DefinitionsContext extends AnnotationConfigApplicationContext {

    DefinitionsContext(ConfigurableEnvironment environment, ClassLoader loader) {
        setEnvironment(environment);
        setClassLoader(loader);
    }

    /** What a Spring application is made from: classes, their names, packages. */
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

    /** Where other contexts create their singletons. */
    @Override
    protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
        beanFactory.freezeConfiguration();
    }

    /** Nothing has been started, so nobody is told that it has. */
    @Override
    protected void finishRefresh() {}
}
