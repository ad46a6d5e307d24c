package dev.athanor.migration.autoconfigure;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Refuses a Spring Boot that is too old, before anything of it is used that has changed since.
 *
 * <p>It uses only what Spring Boot 3 has as well, under the same names.
 */
final class SpringBootVersionListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final int OLDEST = 4;

    /**
     * Runs after the listener that starts logging, which reports the refusal, and before listeners that read the
     * class path.
     */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(SpringBootVersion.getVersion());
    }

    static void check(String version) {
        int dot = version.indexOf('.');
        String major = dot < 0 ? version : version.substring(0, dot);
        if (major.matches("\\d{1,4}") && Integer.parseInt(major) < OLDEST) {
            throw new OldSpringBootException(version);
        }
    }

    /** Carries what the analyzer shows. */
    static final class OldSpringBootException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OldSpringBootException(String version) {
            super("Athanor needs Spring Boot 4, and this application has Spring Boot " + version + ".");
        }
    }
}
