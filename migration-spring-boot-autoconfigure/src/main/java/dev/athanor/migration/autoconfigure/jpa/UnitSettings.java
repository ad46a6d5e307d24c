package dev.athanor.migration.autoconfigure.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.context.ApplicationContext;

/** Collects Hibernate's settings as the application has them: properties, naming strategies, customizers. */
final class UnitSettings {

    private UnitSettings() {}

    static Map<String, Object> of(ApplicationContext context) {
        JpaProperties jpa = PersistenceUnit.properties(context);
        Map<String, Object> settings = new LinkedHashMap<>();
        if (jpa.getDatabasePlatform() != null) {
            settings.put(JdbcSettings.DIALECT, jpa.getDatabasePlatform());
        }
        settings.putAll(hibernate(context)
                .determineHibernateProperties(
                        jpa.getProperties(),
                        new HibernateSettings().ddlAuto(() -> "none").hibernatePropertiesCustomizers(beans(context))));
        return settings;
    }

    private static HibernateProperties hibernate(ApplicationContext context) {
        return Binder.get(context.getEnvironment()).bindOrCreate("spring.jpa.hibernate", HibernateProperties.class);
    }

    /** Returns the customizers, naming strategies first, as Spring Boot does. */
    private static List<HibernatePropertiesCustomizer> beans(ApplicationContext context) {
        List<HibernatePropertiesCustomizer> customizers = new ArrayList<>();
        customizers.add(settings -> names(context, settings));
        context.getBeanProvider(HibernatePropertiesCustomizer.class)
                .orderedStream()
                .forEach(customizers::add);
        return customizers;
    }

    private static void names(ApplicationContext context, Map<String, Object> settings) {
        context.getBeanProvider(PhysicalNamingStrategy.class)
                .ifAvailable(names -> settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, names));
        context.getBeanProvider(ImplicitNamingStrategy.class)
                .ifAvailable(names -> settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, names));
    }
}
