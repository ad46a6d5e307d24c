package dev.athanor.migration.history;

import dev.athanor.migration.script.RevisionScript;
import java.util.Optional;

/**
 * Selects the text of a script that the history stores, so that an edited script can be compared with the applied one.
 *
 * <p>The text is the file as written: a placeholder is stored as its name, so the text contains no secret value.
 */
final class AppliedText {

    /** Limits the stored text, in characters: a longer script is data, and nobody reads its differences. */
    static final int LONGEST = 256 * 1024;

    private AppliedText() {}

    /** Returns the text; empty if the step applies nothing, for code, and for a script that is too long. */
    static Optional<String> of(Direction direction, RevisionScript script) {
        String text = script.file().text();
        boolean kept = direction != Direction.DOWNGRADE
                && script.upgrade().code().isEmpty()
                && text.length() <= LONGEST
                && text.indexOf('\0') < 0;
        return kept ? Optional.of(text) : Optional.empty();
    }
}
