package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import java.util.Objects;

/** A run failed; holds the report so far. */
public final class MigrationFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient MigrationReport report;

    MigrationFailedException(String problem, String action, MigrationReport report, Throwable cause) {
        super(problem, action, cause);
        this.report = Objects.requireNonNull(report, "report");
    }

    /** What had been done when it failed. */
    public MigrationReport report() {
        return report;
    }
}
