package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;

/**
 * A string constant.
 *
 * @param value what it stands for
 * @since 0.1.0
 */
public record Literal(String value) {

    public Literal {
        if (value.indexOf('\0') >= 0) {
            throw new MigrationException(
                    "A string contains the character U+0000, which PostgreSQL cannot store.", "Remove it.");
        }
    }

    /** As SQL text that means the same whatever {@code standard_conforming_strings} is. */
    public String quoted() {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** The same as {@link #quoted()}. */
    @Override
    public String toString() {
        return quoted();
    }
}
