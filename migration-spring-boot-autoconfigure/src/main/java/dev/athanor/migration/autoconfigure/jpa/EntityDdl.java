package dev.athanor.migration.autoconfigure.jpa;

import dev.athanor.migration.error.MigrationException;
import jakarta.persistence.PersistenceException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.cfg.ManagedBeanSettings;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.orm.jpa.hibernate.SpringBeanContainer;

/** Generates the DDL that Hibernate would execute to create the tables of an application's entities. */
final class EntityDdl {

    private final ApplicationContext context;

    /**
     * Creates the generator for a context. It uses the definitions of the context and the beans that configure
     * Hibernate.
     */
    EntityDdl(ApplicationContext context) {
        this.context = context;
    }

    List<String> statements(ScriptSettings settings) {
        StringWriter script = new StringWriter();
        try {
            write(settings.of(applicationSettings(), loader(), script));
        } catch (PersistenceException e) {
            throw unreadable(e);
        }
        return Stream.of(script.toString().split(ScriptSettings.DELIMITER))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty() && !isCast(statement))
                .toList();
    }

    /**
     * Writes the script. It builds a session factory instead of the metadata alone, because constraints of Bean
     * Validation become part of the tables while the factory is built.
     */
    private void write(Map<String, Object> settings) {
        new HibernatePersistenceProvider()
                .createContainerEntityManagerFactory(PersistenceUnit.of(context), settings)
                .close();
    }

    private Map<String, Object> applicationSettings() {
        Map<String, Object> settings = UnitSettings.of(context);
        if (context.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans) {
            settings.putIfAbsent(ManagedBeanSettings.BEAN_CONTAINER, new SpringBeanContainer(beans));
        }
        return settings;
    }

    private ClassLoader loader() {
        return Objects.requireNonNullElse(context.getClassLoader(), EntityDdl.class.getClassLoader());
    }

    /** Conveniences between text and enum types, which no table needs. */
    private static boolean isCast(String statement) {
        return statement.regionMatches(true, 0, "create cast ", 0, "create cast ".length());
    }

    private static MigrationException unreadable(PersistenceException e) {
        return new MigrationException(
                "Hibernate cannot make tables of the application's entities: "
                        + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                "Correct the mapping; the application would not start with it either.",
                e);
    }
}
