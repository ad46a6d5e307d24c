package dev.athanor.migration.sql;

/**
 * Something in SQL text that cannot be sent to PostgreSQL as it stands.
 *
 * @param line where it begins, counted from 1
 * @param problem what it is
 * @param action what to do instead
 * @since 0.1.0
 */
public record SqlProblem(int line, String problem, String action) {}
