package dev.athanor.migration;

import dev.athanor.migration.ValidationReport.Finding;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.RememberedRevision;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scripts that were applied have been changed since. */
public final class ChangedScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private static final String ACTION = "Put the script back as it was applied and write a new revision for the change"
            + " (`migration revision -m \"…\"`), or accept the changed script with `migration repair`.";

    private ChangedScriptException(List<String> problems) {
        super(CappedList.lines(problems), ACTION + " Nothing was done.");
    }

    private static List<String> problems(
            List<RevisionScript> changed, DatabaseState state, Supplier<List<RememberedRevision>> history) {
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<RevisionId, RememberedRevision> applied =
                history.get().stream().collect(Collectors.toMap(RememberedRevision::id, Function.identity()));
        return changed.stream()
                .map(script -> problem(script, state) + ScriptDifference.describe(script, applied.get(script.id())))
                .toList();
    }

    private static String problem(RevisionScript script, DatabaseState state) {
        return "Revision " + script.describe() + " was applied and its script has been changed since: "
                + script.file().location() + " has checksum " + script.checksum() + ", applied was "
                + state.checksums().get(script.id()) + ".";
    }

    static List<Finding> findings(
            ScriptDirectory directory, DatabaseState state, Supplier<List<RememberedRevision>> history) {
        return problems(changed(directory, state), state, history).stream()
                .map(problem -> new Finding(problem, ACTION))
                .toList();
    }

    /**
     * Compares what is applied with what the history recorded.
     *
     * @param history asked only where something has been changed
     */
    static void check(ScriptDirectory directory, DatabaseState state, Supplier<List<RememberedRevision>> history) {
        List<String> problems = problems(changed(directory, state), state, history);
        if (!problems.isEmpty()) {
            throw new ChangedScriptException(problems);
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
        Set<RevisionId> changed = new HashSet<>();
        for (RevisionScript script : directory.scripts()) {
            if (changed(script, state.checksums().get(script.id()))) {
                changed.add(script.id());
            }
        }
        return changed.isEmpty()
                ? List.of()
                : directory.graph().order(directory.graph().applied(state.heads())).stream()
                        .filter(changed::contains)
                        .map(directory::script)
                        .toList();
    }

    private static boolean changed(RevisionScript script, @Nullable String recorded) {
        return recorded != null
                && !recorded.equals(script.checksum().value())
                && algorithm(recorded).equals(algorithm(script.checksum().value()));
    }

    /** A digest of another algorithm says nothing about this one. */
    private static String algorithm(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
