package dev.athanor.migration.standing;

import dev.athanor.migration.history.RememberedRevision;
import dev.athanor.migration.history.StoredDowngrade;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Represents an applied script that has changed since.
 *
 * @param script the script as it is now
 * @param problem the change, in a sentence or two
 * @param difference the lines that differ, as {@code diff -u} shows them; empty if the history does not store the text
 * @since 0.1.0
 */
public record ChangedScript(RevisionScript script, String problem, List<String> difference) {

    /** Limits how many lines of a difference a refusal shows. */
    private static final int LINES_IN_A_REFUSAL = 20;

    static final String PUT_BACK = "Restore the script as it was applied and write a new revision for the change"
            + " (`migration revision -m \"…\"`), or ";

    public ChangedScript {
        difference = List.copyOf(difference);
    }

    static ChangedScript of(RevisionScript script, String checksum, @Nullable RememberedRevision applied) {
        String changed = "Revision " + script.describe() + " was applied and its script has been changed since: "
                + script.file().location() + " has checksum " + script.checksum() + ", applied was " + checksum + ".";
        String text = applied == null ? null : applied.scriptText();
        List<String> hunks =
                text == null ? List.of() : UnifiedDiff.of(text, script.file().text());
        return new ChangedScript(
                script, hunks.isEmpty() ? changed + ScriptDifference.describe(script, applied) : changed, hunks);
    }

    /** Returns what to do about it. */
    public String action() {
        return PUT_BACK + "accept the changed script with `migration repair " + script.id() + "`.";
    }

    /** Returns the problem with every line that differs. */
    public String complete() {
        return text(difference);
    }

    /** Returns the problem with the first lines that differ. */
    String capped() {
        int more = difference.size() - LINES_IN_A_REFUSAL;
        return more <= 0
                ? complete()
                : text(difference.subList(0, LINES_IN_A_REFUSAL)) + "\n… and " + more
                        + " lines more, which `migration validate` shows.";
    }

    private String text(List<String> lines) {
        return lines.isEmpty()
                ? problem
                : problem + "\n--- as applied\n+++ " + script.file().location() + "\n" + String.join("\n", lines);
    }
}

/** Describes what has changed in a script since it was applied, if the history stores only its downgrade. */
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
