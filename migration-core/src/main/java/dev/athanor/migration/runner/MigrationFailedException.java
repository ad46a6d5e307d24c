package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import java.util.Objects;

/**
 * A run failed; holds the report so far.
 *
 * @since 0.1.0
 */
public final class MigrationFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient MigrationReport report;
    private final String place;

    /**
     * @param place file, line and statement, within a line; empty where it failed at none
     */
    MigrationFailedException(MigrationException said, String place, MigrationReport report) {
        super(said.problem(), said.action(), said.getCause());
        this.report = Objects.requireNonNull(report, "report");
        this.place = place;
    }

    /** Where it failed, in one line: file, line and statement; empty where it failed at none. */
    public String place() {
        return place;
    }

    /** Returns what had been done when it failed. */
    public MigrationReport report() {
        return report;
    }
}
