package dev.athanor.migration.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Upgrades when the application is ready, before any other listener of that event and before traffic is accepted.
 *
 * <p>The web server answers meanwhile: a long migration is not killed by the liveness probe.
 */
final class ReadyMigrationListener
        implements ApplicationListener<ApplicationReadyEvent>, ApplicationContextAware, Ordered {

    private final StartUpgrade upgrade;
    private @Nullable ApplicationContext context;

    ReadyMigrationListener(StartUpgrade upgrade) {
        this.upgrade = upgrade;
    }

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        context = applicationContext;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() == context) {
            upgrade.run();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
