package dev.athanor.migration.autoconfigure.cli;

import org.springframework.core.env.Environment;

/** Where commands run. */
public enum CliContext {
    /** In a context with the database and the migrations only. */
    SLIM,
    /** In the application's own, for a DataSource that is defined by hand. */
    FULL;

    static CliContext of(Environment environment) {
        return environment.getProperty("migration.cli.context", CliContext.class, SLIM);
    }
}
