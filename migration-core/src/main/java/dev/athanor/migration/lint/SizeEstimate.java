package dev.athanor.migration.lint;

import java.time.Duration;
import java.util.Optional;

/**
 * Holds the size of a relation in the target, and how long the work on it takes.
 *
 * @param rows the estimated number of rows
 * @param bytes the bytes of the table with its TOAST table, and of its indexes if they take part
 * @param duration the estimated duration, if it can be estimated
 * @since 0.1.0
 */
public record SizeEstimate(long rows, long bytes, Optional<Duration> duration) {}
