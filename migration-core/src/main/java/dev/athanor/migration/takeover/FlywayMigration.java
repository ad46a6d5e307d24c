package dev.athanor.migration.takeover;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a migration of Flyway as its file, or its row in the history, describes it.
 *
 * @param script the path of the file, or the name of the class
 * @param version the version; empty for a repeatable migration
 * @param description the description
 * @param content what it runs
 */
record FlywayMigration(String script, Optional<FlywayVersion> version, String description, Content content) {

    /** Represents what a migration runs. */
    sealed interface Content {}

    /**
     * Represents SQL.
     *
     * @param text the text of the file without a byte order mark
     * @param inTransaction whether Flyway may run it in a transaction
     * @param replaced whether Flyway replaces placeholders in it
     */
    record Sql(String text, boolean inTransaction, boolean replaced) implements Content {}

    /** Represents a class. */
    record Java(String className) implements Content {}

    /**
     * Represents a revision that an earlier import wrote, and whose file of Flyway is gone.
     *
     * @param checksum the checksum of that file, if it had one
     */
    record Kept(@Nullable Integer checksum) implements Content {}

    /**
     * Represents a migration that is only known from the history.
     *
     * @param reason why it has no statements
     */
    record Missing(String reason) implements Content {}

    /** Returns the SQL, if it has some. */
    Optional<Sql> sql() {
        return content instanceof Sql sql ? Optional.of(sql) : Optional.empty();
    }

    /** Returns the checksum that Flyway computes for a versioned migration, or {@code null} if there is none. */
    @Nullable Integer checksum() {
        if (content instanceof Kept kept) {
            return kept.checksum();
        }
        return content instanceof Sql sql ? FlywayChecksum.of(sql.text()) : null;
    }

    /** Returns the line of the header that names the origin, by which a later import finds the revision again. */
    String origin() {
        Integer checksum = checksum();
        return "Flyway: " + script + (checksum == null ? "" : ", checksum " + checksum);
    }

    /** Returns the message of the revision. */
    String message() {
        return description.isBlank() ? script : description;
    }
}
