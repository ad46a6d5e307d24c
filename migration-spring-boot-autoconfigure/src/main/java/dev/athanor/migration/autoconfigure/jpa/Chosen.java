package dev.athanor.migration.autoconfigure.jpa;

import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/** Resolves the value of a Hibernate setting: the object itself, its class, or the name of the class. */
record Chosen(ClassLoader loader) {

    PhysicalNamingStrategy names(@Nullable Object setting) {
        if (setting == null) {
            return PhysicalNamingStrategyStandardImpl.INSTANCE;
        }
        return setting instanceof PhysicalNamingStrategy names
                ? names
                : BeanUtils.instantiateClass(type(setting).asSubclass(PhysicalNamingStrategy.class));
    }

    Dialect dialect(Object setting, Server server) {
        return setting instanceof Dialect dialect
                ? dialect
                : dialect(type(setting).asSubclass(Dialect.class), server);
    }

    private static Dialect dialect(Class<? extends Dialect> type, Server server) {
        var versioned = ClassUtils.getConstructorIfAvailable(type, DialectResolutionInfo.class);
        return versioned == null ? BeanUtils.instantiateClass(type) : BeanUtils.instantiateClass(versioned, server);
    }

    private Class<?> type(Object setting) {
        return setting instanceof Class<?> type ? type : ClassUtils.resolveClassName(setting.toString(), loader);
    }
}
