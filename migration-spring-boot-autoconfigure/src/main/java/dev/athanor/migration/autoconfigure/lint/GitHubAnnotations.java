package dev.athanor.migration.autoconfigure.lint;

import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintText;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes findings as commands of GitHub's workflows, which show them beside the lines of a pull request. */
public final class GitHubAnnotations {

    private final UnaryOperator<String> places;

    /**
     * Creates a writer.
     *
     * @param places returns the path of a script in the repository
     */
    public GitHubAnnotations(UnaryOperator<String> places) {
        this.places = places;
    }

    /** Returns one line per finding that is not allowed, worst first. */
    public List<String> lines(LintReport report) {
        return report.open().stream().map(this::line).toList();
    }

    private String line(LintFinding finding) {
        String command =
                switch (finding.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case NOTE -> "notice";
                };
        String line = finding.line() > 0 ? ",line=" + finding.line() : "";
        return "::" + command + " file=" + property(places.apply(finding.file())) + line + ",title="
                + property("migration lint: " + finding.rule().id()) + "::"
                + data(LintText.message(finding) + "\n" + finding.safeWay());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
