package dev.athanor.migration.autoconfigure;

import org.springframework.beans.factory.InitializingBean;

/**
 * Upgrades before everything that needs the database; Spring Boot makes such beans depend on it.
 *
 * @since 0.1.0
 */
public final class MigrationInitializer implements InitializingBean {

    private final StartUpgrade upgrade;

    MigrationInitializer(StartUpgrade upgrade) {
        this.upgrade = upgrade;
    }

    @Override
    public void afterPropertiesSet() {
        upgrade.run();
    }
}
