package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.fix.Fix;
import dev.athanor.migration.fix.FixReport;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LintText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the safer revisions that {@code migration lint --fix} finds, and tells what remains.
 *
 * @param scope what the command runs in
 * @param migrations the migrations
 * @param settings how revisions are looked at
 */
record LintFixes(CommandScope scope, Migrations migrations, LintSettings settings) {

    /** Writes the files, and returns the exit code: whether a serious finding remains. */
    int write(LintReport report, Output output) {
        if (report.open().isEmpty()) {
            output.result("No finding needs a fix.");
            return ExitCodes.DONE;
        }
        FixReport fixes = fixes(report, output);
        SourceFolders folders = SourceFolders.of(scope, migrations);
        for (Fix fix : fixes.fixes()) {
            List<Path> written = folders.revisions()
                    .replace(fix.script(), fix.earlier(), fix.last().text());
            output.result(split(fix, written));
            written.forEach(path -> output.result("  " + path));
        }
        fixes.unfixed().forEach(one -> output.result(one.problem() + "\n    " + one.action()));
        List<LintFinding> rest = rest(report, fixes);
        rest.forEach(finding -> output.result("Remains: " + LintText.plain().of(finding)));
        output.result(total(fixes, rest));
        return rest.stream().anyMatch(finding -> settings.failOn().isReachedBy(finding.severity()))
                ? ExitCodes.NO
                : ExitCodes.DONE;
    }

    private FixReport fixes(LintReport report, Output output) {
        Ticker ticker = Ticker.start(output.err(), "fix");
        try {
            return migrations.fix(report, settings);
        } finally {
            ticker.stop();
        }
    }

    private static String split(Fix fix, List<Path> written) {
        String rules = fix.fixed().stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .collect(Collectors.joining(", "));
        String parts = written.size() == 1 ? "is written anew" : "is split into " + written.size() + " revisions";
        return "Revision " + fix.revision() + " " + parts + ", proven in both directions: " + rules + ".";
    }

    private static List<LintFinding> rest(LintReport report, FixReport fixes) {
        Stream<LintFinding> unfixed = fixes.unfixed().stream()
                .flatMap(one -> report.of(one.revision()).stream())
                .filter(finding -> !finding.isAllowed());
        return Stream.concat(fixes.fixes().stream().flatMap(fix -> fix.rest().stream()), unfixed)
                .toList();
    }

    private static String total(FixReport fixes, List<LintFinding> rest) {
        long fixed = fixes.fixes().stream().mapToLong(fix -> fix.fixed().size()).sum();
        String remain = rest.isEmpty() ? "none remains" : rest.size() == 1 ? "1 remains" : rest.size() + " remain";
        return "Fixed " + fixed + (fixed == 1 ? " finding, " : " findings, ") + remain + ".";
    }
}
