package dev.athanor.migration.history;

import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an unfinished {@code transaction=none} script came.
 *
 * @param statements how many of its statements are behind it
 * @param digest of those statements, so that a changed script is not resumed in the wrong place
 * @param begun checksum of the next statement, where it was begun by itself and its end was not noted
 * @since 0.1.0
 */
public record ScriptProgress(
        int statements, @Nullable String digest, @Nullable String begun) {

    /** The progress of a script that has not begun. */
    public static final ScriptProgress NONE = new ScriptProgress(0, null, null);

    /** Returns the same, one statement further. */
    public ScriptProgress and(Statement statement) {
        String before = digest == null ? "" : digest;
        return new ScriptProgress(
                statements + 1, Checksum.of(before + statement.sql()).value(), null);
    }

    /** Returns the same, with the next statement begun. */
    public ScriptProgress beginning(Statement statement) {
        return new ScriptProgress(
                statements, digest, Checksum.of(statement.sql()).value());
    }

    /** Returns the same, with the next statement not begun, or known not to be done. */
    public ScriptProgress notBegun() {
        return new ScriptProgress(statements, digest, null);
    }

    /** Tells whether the statement that was begun is the one that follows in the script. */
    public boolean begunIs(Statement statement) {
        return Checksum.of(statement.sql()).value().equals(begun);
    }

    /** Tells whether the script still begins with the statements that are behind it. */
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
