package dev.athanor.migration.runner;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.RevisionScript;

/**
 * Thrown if a {@code transaction=none} script was changed in the part that had already committed when the script
 * failed.
 *
 * @since 0.1.0
 */
public final class ChangedUnfinishedScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    ChangedUnfinishedScriptException(RevisionScript script, int statements) {
        super(
                "Revision " + script.id() + " (" + script.file().location() + ") did not finish earlier: its first "
                        + statements + " statements have committed, and one of those has been changed since.",
                "Put the first " + statements + " statements back as they were and change only what follows them, or"
                        + " undo by hand what they did and run `migration repair " + script.id() + "`.");
    }
}
