package dev.athanor.migration.takeover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a row of Flyway's history.
 *
 * @param rank the order in which Flyway wrote it
 * @param version the version; empty for a repeatable migration, and for the row about schemas
 * @param description the description
 * @param type the type, such as {@code SQL}, {@code JDBC} or {@code BASELINE}
 * @param script the path of the file, or the name of the class
 * @param checksum the checksum, if Flyway computed one
 * @param user the database user
 * @param at when it was installed
 * @param duration how long it took
 * @param success whether it succeeded
 * @since 0.1.0
 */
public record FlywayRow(
        int rank,
        Optional<FlywayVersion> version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        String user,
        Instant at,
        Duration duration,
        boolean success) {

    static FlywayRow map(ResultSet row, int number) throws SQLException {
        int checksum = row.getInt("checksum");
        boolean none = row.wasNull();
        return new FlywayRow(
                row.getInt("installed_rank"),
                Optional.ofNullable(row.getString("version")).flatMap(FlywayVersion::parse),
                row.getString("description"),
                row.getString("type"),
                row.getString("script"),
                none ? null : checksum,
                row.getString("installed_by"),
                row.getTimestamp("installed_on").toInstant(),
                Duration.ofMillis(row.getInt("execution_time")),
                row.getBoolean("success"));
    }

    /** Returns whether it says that an earlier row no longer counts. */
    boolean takesBack() {
        return type.equals("DELETE") || type.startsWith("UNDO_");
    }

    /** Returns whether it stands for everything up to its version. */
    boolean isBaseline() {
        return type.equals("BASELINE");
    }

    /** Returns whether a migration was run that stands for everything up to its version. */
    boolean isBaselineMigration() {
        return type.endsWith("_BASELINE") || type.endsWith("STATE_SCRIPT");
    }

    /** Returns whether a migration in Java was run. */
    boolean isJava() {
        return type.contains("JDBC");
    }

    /** Returns whether a migration was run that is neither SQL nor Java. */
    boolean isForeign() {
        return type.equals("CUSTOM") || type.equals("SCRIPT");
    }

    /** Returns what it names, for messages. */
    String name() {
        return script.isEmpty() ? description : script;
    }
}
