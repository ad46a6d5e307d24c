package dev.athanor.migration.history;

import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Represents the progress of an unfinished {@code transaction=none} script.
 *
 * @param statements the number of completed statements
 * @param digest the digest of those statements, so that a changed script is not resumed in the wrong place
 * @param begun the checksum of the next statement if it began outside a transaction and its end was not recorded, or
 *     {@code null}
 * @since 0.1.0
 */
public record ScriptProgress(
        int statements, @Nullable String digest, @Nullable String begun) {

    /** Represents a script that has not begun. */
    public static final ScriptProgress NONE = new ScriptProgress(0, null, null);

    /** Returns the progress after one more statement. */
    public ScriptProgress and(Statement statement) {
        String before = digest == null ? "" : digest;
        return new ScriptProgress(
                statements + 1, Checksum.of(before + statement.sql()).value(), null);
    }

    /** Returns the progress with the next statement begun. */
    public ScriptProgress beginning(Statement statement) {
        return new ScriptProgress(
                statements, digest, Checksum.of(statement.sql()).value());
    }

    /** Returns the progress with the next statement not begun, or known not to be done. */
    public ScriptProgress notBegun() {
        return new ScriptProgress(statements, digest, null);
    }

    /** Returns whether the statement is the one that was begun. */
    public boolean begunIs(Statement statement) {
        return Checksum.of(statement.sql()).value().equals(begun);
    }

    /** Returns whether the script still begins with the completed statements. */
    public boolean matches(List<Statement> script) {
        if (statements > script.size()) {
            return false;
        }
        ScriptProgress replayed = NONE;
        for (Statement statement : script.subList(0, statements)) {
            replayed = replayed.and(statement);
        }
        return Objects.equals(replayed.digest, digest);
    }
}
