package dev.athanor.migration.autoconfigure;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes the application's revisions in Java beans, each of which is created when it is about to run, and not before.
 *
 * <p>Ahead of time, what was found becomes part of the generated code: an image is not scanned.
 */
final class JavaRevisionRegistrar implements ImportBeanDefinitionRegistrar {

    private final ListableBeanFactory beans;
    private final Environment environment;
    private final ResourceLoader resources;

    JavaRevisionRegistrar(BeanFactory beans, Environment environment, ResourceLoader resources) {
        this.beans = (ListableBeanFactory) beans;
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        List<String> names = new RevisionClassScanner(environment, resources).find(packages());
        names.forEach(name -> register(name, registry));
        RootBeanDefinition found = new RootBeanDefinition(RevisionClasses.class);
        found.getConstructorArgumentValues().addIndexedArgumentValue(0, names);
        registry.registerBeanDefinition("migrationRevisionClasses", found);
    }

    private List<String> packages() {
        return Binder.get(environment)
                .bind("migration.java-packages", Bindable.listOf(String.class))
                .orElseGet(
                        () -> AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of());
    }

    /** Registers a revision unless its class is a bean already, such as a component. */
    private void register(String name, BeanDefinitionRegistry registry) {
        Class<?> type = RevisionType.load(name, resources.getClassLoader());
        if (beans.getBeanNamesForType(type, true, false).length > 0) {
            return;
        }
        RootBeanDefinition revision = new RootBeanDefinition(type);
        revision.setLazyInit(true);
        revision.setAutowireCandidate(false);
        registry.registerBeanDefinition(name, revision);
    }
}
