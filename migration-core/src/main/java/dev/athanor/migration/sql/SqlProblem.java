package dev.athanor.migration.sql;

/**
 * Describes SQL text that cannot be sent to PostgreSQL as it stands.
 *
 * @param line the line on which it begins, counted from 1
 * @param problem the problem
 * @param action what the user can do instead
 * @since 0.1.0
 */
public record SqlProblem(int line, String problem, String action) {}
