package dev.athanor.migration.standing;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if scripts have changed since they were applied.
 *
 * @since 0.1.0
 */
public final class ChangedScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private ChangedScriptException(List<ChangedScript> scripts) {
        super(
                CappedList.lines(scripts.stream().map(ChangedScript::capped).toList()),
                (scripts.size() == 1
                                ? scripts.get(0).action()
                                : ChangedScript.PUT_BACK
                                        + "see and accept the changed scripts with `migration repair`.")
                        + " Nothing was done.");
    }

    /**
     * Returns the applied scripts that have been changed, needs first, with what differs.
     *
     * @param history tells of these revisions what was applied; asked only where something has been changed
     */
    public static List<ChangedScript> find(
            ScriptDirectory directory,
            DatabaseState state,
            Function<List<RevisionId>, List<RememberedRevision>> history) {
        List<RevisionScript> changed = changed(directory, state);
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<RevisionId, RememberedRevision> applied =
                history.apply(changed.stream().map(RevisionScript::id).toList()).stream()
                        .collect(Collectors.toMap(RememberedRevision::id, Function.identity()));
        return changed.stream()
                .map(script -> ChangedScript.of(
                        script, String.valueOf(state.checksums().get(script.id())), applied.get(script.id())))
                .toList();
    }

    /**
     * Compares the applied scripts with the checksums in the history.
     *
     * @param history tells of these revisions what was applied; asked only where something has been changed
     * @throws ChangedScriptException where a script has been changed
     */
    public static void check(
            ScriptDirectory directory,
            DatabaseState state,
            Function<List<RevisionId>, List<RememberedRevision>> history) {
        List<ChangedScript> found = find(directory, state, history);
        if (!found.isEmpty()) {
            throw new ChangedScriptException(found);
        }
    }

    /**
     * Returns the applied scripts that have changed, dependencies first. The list is empty if a row of the version
     * table is unknown, because a newer build may have accepted a change that this build does not have.
     */
    public static List<RevisionScript> changed(ScriptDirectory directory, DatabaseState state) {
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

    /** Returns the algorithm of a checksum. Checksums of different algorithms cannot be compared. */
    private static String algorithm(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
