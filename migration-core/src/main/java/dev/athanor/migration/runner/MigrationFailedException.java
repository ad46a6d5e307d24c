package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import java.util.Objects;

/**
 * Thrown if a run fails. The exception holds the report so far.
 *
 * @since 0.1.0
 */
public final class MigrationFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient MigrationReport report;
    private final String place;

    /**
     * Creates the exception.
     *
     * @param place the file, line and statement in one line, or empty if no single place failed
     */
    MigrationFailedException(MigrationException said, String place, MigrationReport report) {
        super(said.problem(), said.action(), said.getCause());
        this.report = Objects.requireNonNull(report, "report");
        this.place = place;
    }

    /**
     * Returns the place of the failure in one line: file, line and statement. The place is empty if no single place
     * failed.
     */
    public String place() {
        return place;
    }

    /** Returns the report of what had been done before the failure. */
    public MigrationReport report() {
        return report;
    }
}
