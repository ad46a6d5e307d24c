package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.error.MigrationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Holds all databases of the application: the default one, those of the properties, and those of the
 * {@link Migrations} beans that the application defines. Health, endpoint, meters, page and commands use this list.
 *
 * @since 0.1.0
 */
public final class MigrationDatabases {

    private final ConfigurableListableBeanFactory beans;
    private final ConfiguredDatabases configured;

    MigrationDatabases(ConfigurableListableBeanFactory beans, ConfiguredDatabases configured) {
        this.beans = beans;
        this.configured = configured;
    }

    /**
     * Returns the databases: the default one first, then the others in the order of their beans.
     *
     * @throws MigrationException if two of them have the same name
     */
    public List<Migrations> all() {
        return List.copyOf(byBean().values());
    }

    /** Returns the properties of a database; for one that is defined by hand, those of the default one. */
    public MigrationProperties properties(String name) {
        return configured.properties(name);
    }

    /** Returns one line about where the databases come from. */
    String line() {
        Map<String, Migrations> all = byBean();
        return (all.size() == 1 ? "There is 1 database: " : "There are " + all.size() + " databases: ")
                + all.entrySet().stream()
                        .map(entry -> entry.getValue().name() + " (" + origin(entry.getKey()) + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** Returns whether there is more than the one that the auto-configuration defines. */
    boolean areUnusual() {
        List<String> names = names();
        return names.size() != 1 || !isOurs(names.get(0));
    }

    private String origin(String bean) {
        if (!isOurs(bean)) {
            return bean.equals(DatabaseBeans.DEFAULT)
                    ? "bean '" + bean + "', in place of migration.*"
                    : "bean '" + bean + "'";
        }
        return bean.equals(DatabaseBeans.DEFAULT)
                ? "migration.*"
                : "migration.databases." + bean.substring(0, bean.length() - DatabaseBeans.SUFFIX.length()) + ".*";
    }

    private boolean isOurs(String bean) {
        String factory = beans.containsBeanDefinition(bean)
                ? String.valueOf(beans.getBeanDefinition(bean).getFactoryBeanName())
                : "";
        return factory.equals(DatabaseBeans.FACTORY) || factory.equals(MigrationAutoConfiguration.class.getName());
    }

    private List<String> names() {
        List<String> names = List.of(beans.getBeanNamesForType(Migrations.class, true, false));
        return Stream.concat(
                        names.stream().filter(DatabaseBeans.DEFAULT::equals),
                        names.stream().filter(name -> !name.equals(DatabaseBeans.DEFAULT)))
                .toList();
    }

    private Map<String, Migrations> byBean() {
        Map<String, Migrations> all = new LinkedHashMap<>();
        Map<String, String> beanOf = new LinkedHashMap<>();
        for (String bean : names()) {
            Migrations migrations = beans.getBean(bean, Migrations.class);
            String other = beanOf.putIfAbsent(migrations.name(), bean);
            if (other != null) {
                throw twice(migrations.name(), other, bean);
            }
            all.put(bean, migrations);
        }
        return all;
    }

    private static MigrationException twice(String name, String one, String other) {
        return new MigrationException(
                "Two Migrations beans are of a database with the name '" + name + "': '" + one + "' and '" + other
                        + "'.",
                "Give yours another name, with Migrations.builder(…).name(\"…\"). A bean with the name `"
                        + DatabaseBeans.DEFAULT + "` replaces the default database instead of adding one.");
    }
}
