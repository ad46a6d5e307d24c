package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.lint.Severity;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/**
 * Writes what the command {@code lint} tells a reader: the findings, and what was looked at.
 *
 * @param report the report
 * @param scope what was to be looked at
 * @param standsAt where the throw-away database stood
 */
record LintSummary(LintReport report, LintScope scope, CurrentHeads standsAt) {

    /** Returns the findings, worst first, and the total. */
    String text(Ansi ansi) {
        LintText text = LintText.painted((severity, words) -> painted(ansi, severity, words));
        StringBuilder lines = new StringBuilder();
        report.open().forEach(finding -> lines.append(text.of(finding)).append('\n'));
        report.activity().stream()
                .flatMap(activity -> activity.sentences().stream())
                .forEach(sentence -> lines.append(sentence).append('\n'));
        return lines.append(total()).toString();
    }

    /** Returns how many findings there are, and what was looked at. */
    String total() {
        if (report.revisions().isEmpty()) {
            return nothingToLookAt();
        }
        String found = LintText.total(report);
        return found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1) + ". "
                + "Looked at " + count(report.revisions().size(), "revision")
                + " in a throw-away database that stood at "
                + standsAt.capped() + ", in "
                + String.format(Locale.ROOT, "%.1f s", report.duration().toMillis() / 1000.0) + ".";
    }

    private String nothingToLookAt() {
        return scope instanceof LintScope.Since since
                ? "No revision is above " + since.revision() + ", so there is nothing to look at."
                : scope instanceof LintScope.All
                        ? "This build has no revisions, so there is nothing to look at."
                        : "No revision is pending, so there is nothing to look at. `migration lint --all` looks at all"
                                + " revisions.";
    }

    private static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static String painted(Ansi ansi, Severity severity, String words) {
        IStyle style =
                switch (severity) {
                    case ERROR -> Ansi.Style.fg_red;
                    case WARNING -> Ansi.Style.fg_yellow;
                    case NOTE -> Ansi.Style.fg_cyan;
                };
        return ansi.enabled() ? style.on() + words + style.off() : words;
    }
}
