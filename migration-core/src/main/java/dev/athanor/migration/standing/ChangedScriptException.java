package dev.athanor.migration.standing;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.RememberedRevision;
import dev.athanor.migration.history.StoredDowngrade;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if scripts have changed since they were applied.
 *
 * @since 0.1.0
 */
public final class ChangedScriptException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Advises on a changed script. */
    public static final String ACTION = "Restore the script as it was applied and write a new revision for the change"
            + " (`migration revision -m \"…\"`), or accept the changed script with `migration repair`.";

    private ChangedScriptException(List<String> problems) {
        super(CappedList.lines(problems), ACTION + " Nothing was done.");
    }

    private static List<String> describe(
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

    /**
     * Returns a sentence for each applied script that has changed.
     *
     * @param history called only if a script has changed
     */
    public static List<String> problems(
            ScriptDirectory directory, DatabaseState state, Supplier<List<RememberedRevision>> history) {
        return describe(changed(directory, state), state, history);
    }

    /**
     * Compares the applied scripts with the checksums in the history.
     *
     * @param history called only if a script has changed
     * @throws ChangedScriptException if a script has changed
     */
    public static void check(
            ScriptDirectory directory, DatabaseState state, Supplier<List<RememberedRevision>> history) {
        List<String> problems = problems(directory, state, history);
        if (!problems.isEmpty()) {
            throw new ChangedScriptException(problems);
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

/**
 * Describes how a script has changed since it was applied, as far as the history shows it: the history stores only the
 * downgrade.
 */
final class ScriptDifference {

    private ScriptDifference() {}

    /** Returns one sentence, or an empty string if the history does not show the change. */
    static String describe(RevisionScript script, @Nullable RememberedRevision applied) {
        String now = StoredDowngrade.text(script.downgrade()).orElse(null);
        String then = applied == null ? null : applied.downgradeScript();
        if (applied == null || usesPlaceholders(script)) {
            return "";
        }
        if (!script.problems().isEmpty()) {
            return " Its downgrade cannot be read now: "
                    + script.problems().get(0).describe();
        }
        if (Objects.equals(now, then)) {
            return " Its downgrade is as it was: its header or its upgrade has been changed.";
        }
        if (now == null) {
            return " It had a downgrade then, and has none now.";
        }
        return then == null ? " It had no downgrade then, and has one now." : firstDifference(script, then, now);
    }

    /** Returns whether the downgrade uses placeholders, whose values at that time are unknown. */
    private static boolean usesPlaceholders(RevisionScript script) {
        return script.downgrade()
                .wayBack()
                .filter(section -> !section.text().equals(section.kept()))
                .isPresent();
    }

    private static String firstDifference(RevisionScript script, String then, String now) {
        List<String> before = lines(then);
        List<String> after = lines(now);
        int at = 0;
        while (at < before.size() && at < after.size() && before.get(at).equals(after.get(at))) {
            at++;
        }
        if (at == before.size() && at == after.size()) {
            return " Its downgrade is as it was: its header or its upgrade has been changed.";
        }
        return " Its downgrade differs from line " + (markerLine(script) + at) + " on: it was `" + line(before, at)
                + "`, it is `" + line(after, at) + "`.";
    }

    private static List<String> lines(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "";
    }

    /** Returns the number of the line with {@code -- @downgrade}, above the section's text. */
    private static int markerLine(RevisionScript script) {
        String file = script.file().text();
        String section = script.downgrade().wayBack().map(Section::text).orElse("");
        int start = section.isEmpty() ? file.length() : file.lastIndexOf(section);
        return (int) file.substring(0, start).stripTrailing().lines().count();
    }
}
