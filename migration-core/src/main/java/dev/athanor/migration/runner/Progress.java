package dev.athanor.migration.runner;

import dev.athanor.migration.script.Checksum;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an unfinished {@code transaction=none} script came.
 *
 * @param statements how many of its statements are behind it
 * @param digest of those statements, so that a changed script is not resumed in the wrong place
 */
record Progress(int statements, @Nullable String digest) {

    static final Progress NONE = new Progress(0, null);

    /** The same, one statement further. */
    Progress and(Statement statement) {
        String before = digest == null ? "" : digest;
        return new Progress(
                statements + 1, Checksum.of(before + statement.sql()).value());
    }

    /** Whether the script still begins with the statements that are behind it. */
    boolean matches(List<Statement> script) {
        if (statements > script.size()) {
            return false;
        }
        Progress replayed = NONE;
        for (Statement statement : script.subList(0, statements)) {
            replayed = replayed.and(statement);
        }
        return replayed.equals(this);
    }
}
