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
 */
public record Progress(
        int statements, @Nullable String digest, @Nullable String begun) {

    public static final Progress NONE = new Progress(0, null, null);

    /** The same, one statement further. */
    public Progress and(Statement statement) {
        String before = digest == null ? "" : digest;
        return new Progress(
                statements + 1, Checksum.of(before + statement.sql()).value(), null);
    }

    /** The same, with the next statement begun. */
    public Progress beginning(Statement statement) {
        return new Progress(statements, digest, Checksum.of(statement.sql()).value());
    }

    /** The same, with the next statement not begun, or known not to be done. */
    public Progress notBegun() {
        return new Progress(statements, digest, null);
    }

    /** Whether the statement that was begun is the one that follows in the script. */
    public boolean begunIs(Statement statement) {
        return Checksum.of(statement.sql()).value().equals(begun);
    }

    /** Whether the script still begins with the statements that are behind it. */
    public boolean matches(List<Statement> script) {
        if (statements > script.size()) {
            return false;
        }
        Progress replayed = NONE;
        for (Statement statement : script.subList(0, statements)) {
            replayed = replayed.and(statement);
        }
        return Objects.equals(replayed.digest, digest);
    }
}
