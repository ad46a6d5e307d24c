package dev.athanor.migration;

import dev.athanor.migration.ValidationReport.Finding;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.runner.DatabaseState;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scripts that were applied have been changed since. */
public final class ChangedScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private static final String ACTION = "Put the script back as it was applied and write a new revision for the change"
            + " (`migration revision -m \"…\"`), or accept the changed script with `migration repair`.";

    private ChangedScriptException(List<RevisionScript> changed, DatabaseState state) {
        super(
                changed.stream().map(script -> problem(script, state)).collect(Collectors.joining("\n")),
                ACTION + " Nothing was done.");
    }

    private static String problem(RevisionScript script, DatabaseState state) {
        return "Revision " + script.describe() + " was applied and its script has been changed since: "
                + script.file().location() + " has checksum " + script.checksum() + ", applied was "
                + state.checksums().get(script.id()) + ".";
    }

    static List<Finding> findings(ScriptDirectory directory, DatabaseState state) {
        return changed(directory, state).stream()
                .map(script -> new Finding(problem(script, state), ACTION))
                .toList();
    }

    /** Compares what is applied with what the history recorded. */
    static void check(ScriptDirectory directory, DatabaseState state) {
        List<RevisionScript> changed = changed(directory, state);
        if (!changed.isEmpty()) {
            throw new ChangedScriptException(changed, state);
        }
    }

    /**
     * The applied scripts that have been changed, needs first; none where a row is unknown, since a newer build may have
     * accepted a change that this one does not have.
     */
    static List<RevisionScript> changed(ScriptDirectory directory, DatabaseState state) {
        if (!directory.graph().unknown(state.heads()).isEmpty()) {
            return List.of();
        }
        return directory.graph().order(directory.graph().applied(state.heads())).stream()
                .map(directory::script)
                .filter(script -> changed(script, state.checksums().get(script.id())))
                .toList();
    }

    private static boolean changed(RevisionScript script, @Nullable String recorded) {
        return recorded != null
                && algorithm(recorded).equals(algorithm(script.checksum().value()))
                && !recorded.equals(script.checksum().value());
    }

    /** A digest of another algorithm says nothing about this one. */
    private static String algorithm(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
