package dev.athanor.migration.standing;

import dev.athanor.migration.runner.RememberedRevision;
import dev.athanor.migration.runner.StoredDowngrade;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has changed in a script since it was applied, as far as the history can tell: it keeps the downgrade alone. */
final class ScriptDifference {

    private ScriptDifference() {}

    /** One sentence; empty where the history cannot tell. */
    static String describe(RevisionScript script, @Nullable RememberedRevision applied) {
        String now = StoredDowngrade.text(script.downgrade());
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

    /** The values that they had then are not known. */
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

    /** The line of {@code -- @downgrade}, above the section's text. */
    private static int markerLine(RevisionScript script) {
        String file = script.file().text();
        String section = script.downgrade().wayBack().map(Section::text).orElse("");
        int start = section.isEmpty() ? file.length() : file.lastIndexOf(section);
        return (int) file.substring(0, start).stripTrailing().lines().count();
    }
}
