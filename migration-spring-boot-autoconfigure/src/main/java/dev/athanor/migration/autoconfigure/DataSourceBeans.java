package dev.athanor.migration.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Finds the DataSource beans of a context by name, with the databases that they are marked for. No bean is created.
 */
record DataSourceBeans(ConfigurableListableBeanFactory beans) {

    List<String> all() {
        return List.of(beans.getBeanNamesForType(DataSource.class, true, false));
    }

    /** Returns the databases that beans are marked for, each with its beans; the default one is not among them. */
    Map<String, List<String>> marked() {
        Map<String, List<String>> marked = new TreeMap<>();
        for (String bean : all()) {
            mark(bean)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> marked.merge(name, List.of(bean), (one, other) -> Stream.of(one, other)
                            .flatMap(List::stream)
                            .toList()));
        }
        return marked;
    }

    /** Returns the bean that the default database uses, unless there is none or more than one. */
    Optional<String> ofDefault() {
        List<String> own = all().stream()
                .filter(bean -> mark(bean).isPresent() && mark(bean).get().isEmpty())
                .toList();
        if (own.size() == 1) {
            return Optional.of(own.get(0));
        }
        List<String> candidates = candidates();
        return candidates.size() == 1
                ? Optional.of(candidates.get(0))
                : candidates.stream().filter(this::isPrimary).findFirst();
    }

    /** Returns those that are the application's own: what would be injected, and is not marked for another database. */
    List<String> candidates() {
        return all().stream()
                .filter(bean -> mark(bean).isEmpty())
                .filter(this::isCandidate)
                .toList();
    }

    private Optional<String> mark(String bean) {
        return Optional.ofNullable(beans.findAnnotationOnBean(bean, MigrationDataSource.class, false))
                .map(MigrationDataSource::value);
    }

    private boolean isCandidate(String bean) {
        return !beans.containsBeanDefinition(bean)
                || beans.getMergedBeanDefinition(bean) instanceof AbstractBeanDefinition definition
                        && definition.isAutowireCandidate()
                        && definition.isDefaultCandidate();
    }

    /** Returns whether Spring Boot's auto-configuration defines it. */
    boolean isSpringBoots(String bean) {
        return beans.containsBeanDefinition(bean)
                && String.valueOf(beans.getBeanDefinition(bean).getFactoryBeanName())
                        .startsWith("org.springframework.boot.");
    }

    private boolean isPrimary(String bean) {
        BeanDefinition definition = beans.containsBeanDefinition(bean) ? beans.getMergedBeanDefinition(bean) : null;
        return definition != null && definition.isPrimary();
    }

    DataSource get(String bean) {
        return beans.getBean(bean, DataSource.class);
    }
}
