package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;

/**
 * Represents a string constant.
 *
 * @param value the value that it represents
 * @since 0.1.0
 */
public record Literal(String value) {

    public Literal {
        if (value.indexOf('\0') >= 0) {
            throw new MigrationException(
                    "A string contains the character U+0000, which PostgreSQL cannot store.", "Remove it.");
        }
    }

    /** Returns SQL text that means the same for every value of {@code standard_conforming_strings}. */
    public String quoted() {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** Returns {@link #quoted()}. */
    @Override
    public String toString() {
        return quoted();
    }
}
