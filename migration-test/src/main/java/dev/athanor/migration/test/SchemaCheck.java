package dev.athanor.migration.test;

import dev.athanor.migration.autogenerate.ComparisonReport;
import java.util.Optional;

/**
 * The database beside the schema that the application wants.
 *
 * @param report empty where it wants none
 * @since 0.1.0
 */
public record SchemaCheck(Optional<ComparisonReport> report) {}
