package dev.athanor.migration.lint;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import java.util.List;

/**
 * Thrown before anything is changed if an upgrade may only run without serious findings, and lint has some, or cannot
 * look.
 *
 * @since 0.1.0
 */
public final class UpgradeRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private static final String ANYWAY = " To upgrade anyway, run `migration upgrade --migration.lint.upgrade=warn`.";

    /** Creates the refusal of an upgrade with these findings. */
    public UpgradeRefusedException(LintReport report, FailOn failOn) {
        super(
                "The upgrade was refused, because lint reports " + LintText.open(report)
                        + " (migration.lint.upgrade=refuse, migration.lint.fail-on=" + failOn.word() + "):\n"
                        + CappedList.lines(lines(report)),
                "Nothing was changed. `migration lint` shows the safe ways. Write the revisions in such a way, or accept a"
                        + " finding with a line `-- @allow rule: reason` in its section." + ANYWAY);
    }

    /** Creates the refusal of an upgrade whose revisions lint cannot look at. */
    public UpgradeRefusedException(RuntimeException failure, String problem, String action) {
        super(
                "The upgrade was refused, because lint could not look at its revisions (migration.lint.upgrade=refuse): "
                        + problem,
                action + " Nothing was changed." + ANYWAY,
                failure);
    }

    private static List<String> lines(LintReport report) {
        return report.open().stream()
                .map(finding -> "  " + LintText.plain().line(finding) + " ["
                        + finding.rule().id() + "]")
                .toList();
    }
}
