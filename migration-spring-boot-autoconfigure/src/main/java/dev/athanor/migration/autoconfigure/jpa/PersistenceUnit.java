package dev.athanor.migration.autoconfigure.jpa;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;

/** Finds the entities of an application as Spring Boot does. */
final class PersistenceUnit {

    private PersistenceUnit() {}

    static PersistenceUnitInfo of(ApplicationContext context) {
        DefaultPersistenceUnitManager manager = new DefaultPersistenceUnitManager();
        manager.setResourceLoader(context);
        manager.setManagedTypes(types(context));
        List<String> mappings = properties(context).getMappingResources();
        if (!mappings.isEmpty()) {
            manager.setMappingResources(mappings.toArray(String[]::new));
        }
        manager.afterPropertiesSet();
        return manager.obtainDefaultPersistenceUnitInfo();
    }

    static JpaProperties properties(ApplicationContext context) {
        return Binder.get(context.getEnvironment()).bindOrCreate("spring.jpa", JpaProperties.class);
    }

    private static PersistenceManagedTypes types(ApplicationContext context) {
        PersistenceManagedTypes known =
                context.getBeanProvider(PersistenceManagedTypes.class).getIfUnique();
        return known != null ? known : scan(context);
    }

    private static PersistenceManagedTypes scan(ApplicationContext context) {
        ManagedClassNameFilter filter =
                context.getBeanProvider(ManagedClassNameFilter.class).getIfAvailable();
        return new PersistenceManagedTypesScanner(context, filter)
                .scan(packages(context).toArray(String[]::new));
    }

    private static List<String> packages(ApplicationContext context) {
        List<String> chosen = EntityScanPackages.get(context).getPackageNames();
        if (chosen.isEmpty() && AutoConfigurationPackages.has(context)) {
            return AutoConfigurationPackages.get(context);
        }
        return chosen;
    }
}
