package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script as the history keeps it, so that an edited script can be compared with what was applied.
 *
 * <p>It is the file as written: a placeholder is kept as its name, so no secret value is in it.
 */
final class AppliedText {

    /** The longest text that is kept, in characters: a longer script is data, and nobody reads its differences. */
    static final int LONGEST = 256 * 1024;

    private AppliedText() {}

    /** Returns the text; null where the step applies nothing, for code, and for a script that is too long. */
    static @Nullable String of(Direction direction, RevisionScript script) {
        String text = script.file().text();
        boolean kept = direction != Direction.DOWNGRADE
                && script.upgrade().code().isEmpty()
                && text.length() <= LONGEST
                && text.indexOf('\0') < 0;
        return kept ? text : null;
    }
}
