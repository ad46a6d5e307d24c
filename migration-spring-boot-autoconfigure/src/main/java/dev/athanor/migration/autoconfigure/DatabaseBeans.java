package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Defines a {@link Migrations} bean for each further database: one that has properties, or a marked {@link DataSource}.
 *
 * <p>The default one is taken away where every DataSource belongs to a further one.
 */
final class DatabaseBeans implements BeanDefinitionRegistryPostProcessor {

    static final String BEAN = "migrationDatabaseBeans";
    static final String DEFAULT = "migrations";
    static final String FACTORY = "migrationsFactory";
    static final String SUFFIX = "Migrations";

    private final Environment environment;

    DatabaseBeans(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        DataSourceBeans dataSources = new DataSourceBeans((ConfigurableListableBeanFactory) registry);
        Set<String> names = new TreeSet<>(DatabaseNames.of(environment));
        dataSources.marked().keySet().forEach(DatabaseNames::check);
        names.addAll(dataSources.marked().keySet());
        names.forEach(name -> register(name, registry));
        if (!environment.containsProperty("migration.url")
                && dataSources.ofDefault().filter(dataSources::isSpringBoots).isPresent()) {
            DatabaseUrl.checkApplications(environment);
        }
        if (!names.isEmpty() && registry.containsBeanDefinition(DEFAULT) && isWithoutDatabase(dataSources)) {
            registry.removeBeanDefinition(DEFAULT);
        }
    }

    private boolean isWithoutDatabase(DataSourceBeans dataSources) {
        return !environment.containsProperty("migration.url")
                && dataSources.ofDefault().isEmpty()
                && dataSources.candidates().stream().allMatch(this::isNamed);
    }

    private boolean isNamed(String bean) {
        return DatabaseNames.of(environment).stream()
                .anyMatch(name -> bean.equals(environment.getProperty("migration.databases." + name + ".data-source")));
    }

    private static void register(String name, BeanDefinitionRegistry registry) {
        String bean = beanName(name);
        if (registry.containsBeanDefinition(bean)) {
            return;
        }
        RootBeanDefinition migrations = new RootBeanDefinition(Migrations.class);
        migrations.setFactoryBeanName(FACTORY);
        migrations.setFactoryMethodName("further");
        migrations.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
        migrations.setDestroyMethodName("close");
        migrations.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
        registry.registerBeanDefinition(bean, migrations);
    }

    /** Returns the name of the bean of a further database. */
    static String beanName(String database) {
        return database + SUFFIX;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        OtherMigrations.check(beanFactory, environment);
    }
}
